using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ShowTicket;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ShowTicketPage(ShowTicketHandler handler, MarkSeenHandler markSeen, CurrentUser user, TimeProvider clock) : PageModel
{
    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(10);

    public TicketDetailView Ticket { get; private set; } = default!;

    /// <summary>"all" shows a long conversation whole.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Older { get; set; }

    /// <summary>The list that its reader works off, as the way to here carries it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Play { get; set; }

    public CurrentUser Reader => user;

    /// <summary>The reader merged this number into the ticket a moment ago, so one key takes it back.</summary>
    public bool MergedNow(int number) => Ticket.Events.LastOrDefault(change => change.Kind == TicketEventKind.MergedHere) is { } merge
        && merge.Actor?.Id == user.Id && merge.To == $"#{number}" && clock.GetUtcNow() - merge.At < JustNow;

    public async Task<IActionResult> OnGetAsync(string idOrNumber, CancellationToken cancellationToken)
    {
        var outcome = await handler.HandleAsync(idOrNumber, user, cancellationToken);
        if (outcome.Value is { } ticket)
        {
            if (Guid.TryParse(idOrNumber, out _))
            {
                return Redirect(TicketUrls.Show(ticket.Number));
            }

            if (ticket.SurvivorNumber is { } survivor)
            {
                TempData["flash"] = $"#{ticket.Number} is now part of #{survivor}.";
                return Redirect(TicketUrls.Show(survivor));
            }

            // An open page that looks for what is new has shown nothing of it yet.
            if (!HttpContext.IsUnattended())
            {
                await MarkAsync(ticket, cancellationToken);
            }
        }

        return outcome.ToPage(this, "", found =>
        {
            Ticket = found;
            return Page();
        });
    }

    private async Task MarkAsync(TicketDetailView ticket, CancellationToken cancellationToken)
    {
        ViewData["NewsReadNow"] = await markSeen.ReadNewsAsync(ticket.Id, user, cancellationToken);

        // For the team everything is new until it is done; only one's own matters have an "unread".
        if (ticket.HasNewAnswer && (ticket.IsRequester || ticket.Participants.Any(person => person.Id == user.Id)))
        {
            await markSeen.HandleAsync(ticket.Id, ticket.LastMessageAt, user, cancellationToken);
        }
    }
}
