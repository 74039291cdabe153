using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageTags;

/// <summary>All tags; several are merged from the list itself.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class TagsPage(ListTagsHandler list, MergeTagsHandler merge, CurrentUser user) : PageModel
{
    public const string Path = "/admin/tags";

    [BindProperty]
    public MergeTagsRequest Form { get; set; } = new();

    public IReadOnlyList<TagView> List { get; private set; } = [];

    public static string Told(TagsChanged changed) => changed.Tickets == 1 ? "1 ticket is changed." : $"{changed.Tickets} tickets are changed.";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var tags = await list.HandleAsync(user, cancellationToken);
        return tags.ToPage(this, "", found =>
        {
            List = found.Items;
            return Page();
        });
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var merged = await merge.HandleAsync(Form, user, cancellationToken);
        List = merged.Refusal is null ? [] : (await list.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        return merged.ToPage(this, nameof(Form), changed =>
        {
            TempData["flash"] = $"Merged into “{changed.Name}”. {Told(changed)}";
            return Redirect(Path);
        });
    }
}
