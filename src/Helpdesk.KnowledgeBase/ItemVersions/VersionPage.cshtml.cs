using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ItemVersions;

[Authorize(Policy = Policy.Staff)]
internal sealed class VersionPage(ShowVersionHandler show, CurrentUser user) : PageModel
{
    public Guid ItemId { get; private set; }

    public VersionDetail Version { get; private set; } = default!;

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, number, user, cancellationToken)).ToPage(this, "", version =>
        {
            (ItemId, Version) = (id, version);
            return Page();
        });
}
