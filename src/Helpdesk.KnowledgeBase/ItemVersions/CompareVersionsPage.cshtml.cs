using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ItemVersions;

[Authorize(Policy = Policy.Staff)]
internal sealed class CompareVersionsPage(CompareVersionsHandler compare, CurrentUser user) : PageModel
{
    public Guid ItemId { get; private set; }

    public Comparison View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, int from, int to, CancellationToken cancellationToken) =>
        (await compare.HandleAsync(id, from, to, user, cancellationToken)).ToPage(this, "", view =>
        {
            (ItemId, View) = (id, view);
            return Page();
        });
}
