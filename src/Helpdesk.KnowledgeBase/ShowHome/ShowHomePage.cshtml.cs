using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;

namespace Helpdesk.KnowledgeBase.ShowHome;

[Authorize(Policy = Policy.Reader)]
[OutputCache(PolicyName = ReadingCache.Policy)]
internal sealed class ShowHomePage(ShowHomeHandler handler, CurrentUser user) : PageModel
{
    public HomeView View { get; private set; } = new([], [], []);

    public async Task OnGetAsync(CancellationToken cancellationToken) => View = await handler.HandleAsync(user, cancellationToken);
}
