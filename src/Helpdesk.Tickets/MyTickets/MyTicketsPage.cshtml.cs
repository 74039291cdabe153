using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.MyTickets;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class MyTicketsPage(MyTicketsHandler tickets, MyTicketCountsHandler counts, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public MyTicketsRequest Form { get; set; } = new();

    public CursorPage<TicketView> Tickets { get; private set; } = new([], null);

    public MyTicketCounts Counts { get; private set; } = new(0, 0);

    /// <summary>Has ever filed or followed one.</summary>
    public bool HasAny { get; private set; }

    public string Box => Form.Box is { Length: > 0 } box ? box : "open";

    public string BoxName => Box switch
    {
        "waiting" => "Waiting for you",
        "done" => "Done",
        "copied" => "Copied in",
        _ => "Open",
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Counts = await counts.HandleAsync(user, cancellationToken);
        var found = await tickets.HandleAsync(Form with { Box = Box }, user, cancellationToken);
        Tickets = found.Value ?? Tickets;
        HasAny = Tickets.Items.Count > 0 || await tickets.HasAnyAsync(user, cancellationToken);
        return found.ToPage(this, "", _ => Page());
    }
}
