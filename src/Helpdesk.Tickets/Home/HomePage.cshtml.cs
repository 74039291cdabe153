using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.MyTickets;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Home;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class HomePage(MyTicketsHandler tickets, IKnowledgeBaseItems items, CurrentUser user) : PageModel
{
    private const int TicketsShown = 5;
    private const int ItemsShown = 5;

    public IReadOnlyList<TicketView> Tickets { get; private set; } = [];

    /// <summary>Has ever filed or followed one.</summary>
    public bool HasAny { get; private set; }

    public IReadOnlyList<ItemCard> Items { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Tickets = await tickets.FirstOpenAsync(TicketsShown, user, cancellationToken);
        HasAny = Tickets.Count > 0 || await tickets.HasAnyAsync(user, cancellationToken);
        Items = await items.RecentAsync(user, ItemsShown, cancellationToken);
    }
}
