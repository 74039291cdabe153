using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.CategoryFields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

[Authorize(Policy = Policy.Admin)]
internal sealed class SaveCategoryPage(SaveCategoryHandler save, ShowCategoryHandler show, ITeamDirectory teams, CurrentUser user) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public CategoryForm Form { get; set; } = new() { IsShown = true };

    /// <summary>Null for a new one.</summary>
    public ManagedCategory? View { get; private set; }

    /// <summary>Somebody else saved it meanwhile; whoever saves again puts theirs in its place.</summary>
    public bool IsStale { get; private set; }

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    /// <summary>Its fields as employees get them.</summary>
    public AskedFields Preview => new(View!.Name, [.. View.Fields.Where(kept => kept is { RemovedAt: null, IsForTheTeam: false }).Select(FieldForm.PreviewOf)]);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = View is null ? Form : CategoryForm.Of(View);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var saved = await save.HandleAsync(View?.Id, Form.ToRequest(), Form.Version, user, cancellationToken);
        IsStale = saved.Refusal is Refusal.Stale;
        if (IsStale)
        {
            Form = Form with { Version = View!.Version };
        }

        return saved.ToPage(this, nameof(Form), category =>
        {
            TempData["flash"] = Form.Position is null ? "Saved." : $"Moved “{category.Name}”.";
            // A new one may get fields next.
            return Redirect(View is null ? $"{CategoriesPage.Path}/{category.Id}" : CategoriesPage.Path);
        });
    }

    private async Task<bool> ReadAsync(string id, CancellationToken cancellationToken)
    {
        View = Guid.TryParse(id, out var known) ? (await show.HandleAsync(known, user, cancellationToken)).Value : null;
        var stays = View?.DefaultTeamId;
        Teams = [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive || team.Id == stays)];
        return View is not null || id == New;
    }
}
