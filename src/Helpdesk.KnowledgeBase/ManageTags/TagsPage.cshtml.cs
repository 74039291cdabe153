using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageTags;

[Authorize(Policy = Policy.Staff)]
internal sealed class TagsPage(ListTagsHandler list, SaveTagHandler save, CurrentUser user) : PageModel
{
    public const string Path = "/kb/manage/tags";

    [BindProperty]
    public SaveTagRequest Form { get; set; } = new();

    public IReadOnlyList<TagView> List { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var saved = await save.HandleAsync(null, Form, user, cancellationToken);
        await ReadAsync(cancellationToken);
        return saved.ToPage(this, nameof(Form), tag =>
        {
            TempData["flash"] = $"Added “{tag.Name}”.";
            return Redirect(Path);
        });
    }

    private async Task ReadAsync(CancellationToken cancellationToken) => List = (await list.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
}
