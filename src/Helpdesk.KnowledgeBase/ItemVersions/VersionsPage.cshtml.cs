using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ItemVersions;

[Authorize(Policy = Policy.Staff)]
internal sealed class VersionsPage(ListVersionsHandler list, CurrentUser user) : PageModel
{
    public Guid ItemId { get; private set; }

    public IReadOnlyList<VersionView> Versions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await list.HandleAsync(id, user, cancellationToken)).ToPage(this, "", versions =>
        {
            (ItemId, Versions) = (id, versions.Items);
            return Page();
        });
}
