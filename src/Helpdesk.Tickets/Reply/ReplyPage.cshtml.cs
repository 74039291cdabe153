using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.HoldReply;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Reply;

/// <summary>Takes the answers of both ticket pages, and shows itself only when one was not sent.</summary>
[Authorize(Policy = Policy.SignedIn)]
[TakesFiles]
internal sealed class ReplyPage(
    ReplyHandler reply, HoldReplyHandler hold, PostedFiles posted, ShowTicketHandler show, TicketViews views, CurrentUser user) : PageModel
{
    [BindProperty]
    public ReplyRequest Form { get; set; } = new();

    /// <summary>Who works through a list goes on to its next ticket.</summary>
    [BindProperty(Name = "next")]
    public string? Next { get; set; }

    public TicketDetailView Ticket { get; private set; } = default!;

    public CurrentUser Writer => user;

    /// <summary>Why it was not sent, when something came in that its writer has not seen.</summary>
    public string? Stale { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await posted.TakeInAsync(id, Request, Form.AttachmentIds, cancellationToken) is { } refused)
        {
            await ShowAsync(id, refused, cancellationToken);
            return ((Outcome<Done>)refused).ToPage(this, nameof(Form), _ => Page());
        }

        return await hold.DelayOfAsync(user, cancellationToken) is { Ticks: > 0 } delay
            ? await HoldAsync(id, delay, cancellationToken)
            : await SendAsync(id, cancellationToken);
    }

    private async Task<IActionResult> HoldAsync(Guid id, TimeSpan delay, CancellationToken cancellationToken)
    {
        var held = await hold.HandleAsync(id, Form, user, cancellationToken);
        if (held.Value is not null)
        {
            TempData["flash"] = $"Sending in {delay.TotalSeconds:0} s.";
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Reply, id);
        }
        else
        {
            await ShowAsync(id, held.Refusal, cancellationToken);
        }

        return held.ToPage(this, nameof(Form), waiting =>
        {
            if (NextPlace.Read(Next) is not { } next)
            {
                return Redirect($"{TicketUrls.Show(id)}#held");
            }

            TempData[HeldBefore.Told] = HeldBefore.Write(id, waiting);
            return Redirect(next);
        });
    }

    private async Task<IActionResult> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        var sent = await reply.HandleAsync(id, Form, user, TicketChannel.Web, cancellationToken);
        if (sent.Value is { } replied)
        {
            TempData["flash"] = await ConfirmAsync(replied, cancellationToken);
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Reply, id);
        }
        else
        {
            await ShowAsync(id, sent.Refusal, cancellationToken);
        }

        return sent.ToPage(this, nameof(Form), done => Redirect(NextPlace.Read(Next) ?? TicketUrls.Message(done.Ticket.Number, done.Message.Id)));
    }

    private async Task ShowAsync(Guid id, Refusal? refusal, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
            Stale = (refusal as Refusal.Stale)?.Why;
        }
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
