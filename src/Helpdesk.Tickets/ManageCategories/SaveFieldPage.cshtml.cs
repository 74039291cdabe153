using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.CategoryFields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

[Authorize(Policy = Policy.Admin)]
internal sealed class SaveFieldPage(SaveFieldHandler save, ShowCategoryHandler show, CurrentUser user) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public FieldForm Form { get; set; } = new();

    public ManagedCategory Category { get; private set; } = default!;

    /// <summary>Null for a new one.</summary>
    public ManagedField? View { get; private set; }

    /// <summary>Somebody else saved it meanwhile; whoever saves again puts theirs in its place.</summary>
    public bool IsStale { get; private set; }

    public AskedFields Preview => Form.PreviewIn(Category.Name);

    public async Task<IActionResult> OnGetAsync(Guid categoryId, string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(categoryId, id, cancellationToken))
        {
            return NotFound();
        }

        Form = View is null ? Form : FieldForm.Of(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid categoryId, string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(categoryId, id, cancellationToken))
        {
            return NotFound();
        }

        var saved = await save.HandleAsync(categoryId, View?.Id, Form.ToRequest(View is null), Form.Version, user, cancellationToken);
        IsStale = saved.Refusal is Refusal.Stale;
        if (IsStale)
        {
            Form = Form with { Version = View!.Version };
        }

        return saved.ToPage(this, nameof(Form), field =>
        {
            TempData["flash"] = (Form.IsRemoved, Form.Position) switch
            {
                (true, _) => $"Removed “{field.Label}”.",
                (false, _) => $"“{field.Label}” is back.",
                (_, not null) => $"Moved “{field.Label}”.",
                _ => "Saved.",
            };
            return Redirect($"{CategoriesPage.Path}/{categoryId}");
        });
    }

    private async Task<bool> ReadAsync(Guid categoryId, string id, CancellationToken cancellationToken)
    {
        Category = (await show.HandleAsync(categoryId, user, cancellationToken)).Value!;
        View = Category?.Fields.FirstOrDefault(field => field.Id.ToString() == id);
        return Category is not null && (View is not null || id == New);
    }
}
