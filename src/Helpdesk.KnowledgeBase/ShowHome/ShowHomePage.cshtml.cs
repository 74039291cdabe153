using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ShowHome;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ShowHomePage(ShowHomeHandler handler, CurrentUser user) : PageModel
{
    public HomeView View { get; private set; } = new([], []);

    public CurrentUser Reader => user;

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await handler.HandleAsync(user, cancellationToken);
}
