using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Snooze;

[Authorize(Policy = Policy.Staff)]
internal sealed class SnoozePage(SnoozeHandler snooze, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SnoozeRequest Form { get; set; } = new();

    public Guid TicketId { get; private set; }

    public CurrentUser Reader => user;

    public IReadOnlyList<(string Text, DateTimeOffset At)> Offered => SnoozeTimes.Offered(clock.GetUtcNow(), user);

    public void OnGet(Guid id) => TicketId = id;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await snooze.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = ticket.SnoozedUntil is { } until ? $"Snoozed until {WhenText.Full(until, user)}." : "Snoozed until the next answer.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }
}
