using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageCategories;

[Authorize(Policy = Policy.Staff)]
internal sealed class CategoriesPage(ListCategoriesHandler list, SaveCategoryHandler save, CurrentUser user) : PageModel
{
    public const string Path = "/kb/manage/categories";

    [BindProperty]
    public CategoryForm Form { get; set; } = new();

    public IReadOnlyList<CategoryView> List { get; private set; } = [];

    public ParentChoice Parents => new([.. List.Where(category => category.ParentId is null)], Form.ParentId);

    /// <summary>Its place after a step up; null when it is the first.</summary>
    public int? PlaceBefore(CategoryView category) => Beside(category).IndexOf(category) is > 0 and var place ? place - 1 : null;

    /// <summary>Its place after a step down; null when it is the last.</summary>
    public int? PlaceAfter(CategoryView category)
    {
        var beside = Beside(category);
        var place = beside.IndexOf(category);
        return place < beside.Count - 1 ? place + 1 : null;
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", categories => Show(categories));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(null, Form.ToRequest(), version: null, user, cancellationToken);
        if (saved.Refusal is Refusal.Invalid)
        {
            Show((await list.HandleAsync(user, cancellationToken)).Value!);
        }

        return saved.ToPage(this, nameof(Form), category =>
        {
            TempData["flash"] = $"Added “{category.Name}”.";
            return Redirect(Path);
        });
    }

    private List<CategoryView> Beside(CategoryView category) => [.. List.Where(other => other.ParentId == category.ParentId)];

    private PageResult Show(CategoryList categories)
    {
        List = categories.Items;
        return Page();
    }
}
