using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Reply;

/// <summary>Takes the answers of both ticket pages, and shows itself only when one was not sent.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class ReplyPage(ReplyHandler reply, ShowTicketHandler show, TicketViews views, CurrentUser user) : PageModel
{
    [BindProperty]
    public ReplyRequest Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public CurrentUser Writer => user;

    /// <summary>Why it was not sent, when something came in that its writer has not seen.</summary>
    public string? Stale { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var sent = await reply.HandleAsync(id, Form, user, TicketChannel.Web, cancellationToken);
        if (sent.Value is { } replied)
        {
            TempData["flash"] = await ConfirmAsync(replied, cancellationToken);
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Reply, id);
        }
        else if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
            Stale = (sent.Refusal as Refusal.Stale)?.Why;
        }

        return sent.ToPage(this, nameof(Form), done => Redirect(TicketUrls.Message(done.Ticket.Number, done.Message.Id)));
    }

    /// <summary>What others wrote since the writer looked, oldest first.</summary>
    public IEnumerable<MessageView> Meanwhile()
    {
        var seenAt = Ticket.Messages.FirstOrDefault(message => message.Id == Form.LastSeenMessageId)?.CreatedAt;
        return Ticket.Messages.Where(message => message.CreatedAt > seenAt && message.Author.Id != user.Id);
    }

    private async Task<string> ConfirmAsync(Replied replied, CancellationToken cancellationToken)
    {
        var (ticket, message, isFollowUp) = replied;
        if (isFollowUp)
        {
            return $"Sent. The old ticket is closed, so this is ticket #{ticket.Number} now.";
        }

        var readers = ReplyMails.ReadersOf(ticket.RequesterId, ticket.ParticipantIds, ticket.AssigneeId, user.Id, message.IsFromStaff);
        if (!user.IsStaff || readers.Count == 0)
        {
            return "Sent.";
        }

        var first = readers.First();
        var names = await views.NamesAsync([first], user, cancellationToken);
        var said = $"Reply sent to {People.Few(People.FirstName(names.Of(first).Name), readers.Count)}.";
        return Words.Read<TicketStatus>(Form.Status) is TicketStatus.Resolved ? $"{said} Resolved." : said;
    }
}
