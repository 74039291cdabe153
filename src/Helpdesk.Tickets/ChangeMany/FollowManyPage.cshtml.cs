using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>Shows how far a long run has come.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class FollowManyPage(FollowManyHandler follow, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "back")]
    public string? Wanted { get; set; }

    public string Back => QueueAddress.Own(Wanted);

    public ManyView Run { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await follow.HandleAsync(id, user, cancellationToken)).ToPage(this, "", run =>
        {
            Run = run;
            return Page();
        });
}
