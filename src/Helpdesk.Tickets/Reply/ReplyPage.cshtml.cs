using Helpdesk.Platform.Http;
using Helpdesk.Platform;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Tickets.Reply;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ReplyPage(ReplyHandler reply, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public ReplyRequest Form { get; set; } = new();

    /// <summary>The ticket as it is now, for the page that a refused answer is shown on.</summary>
    public TicketDetailView? Ticket { get; private set; }

    public bool IsStale => Response.StatusCode == StatusCodes.Status412PreconditionFailed;

    public CurrentUser Writer => user;

    public IActionResult OnGet(Guid id) => Redirect($"/t/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await reply.HandleAsync(id, Form, user, TicketChannel.Web, cancellationToken);
        if (outcome.Refusal is not null)
        {
            Ticket = (await show.HandleAsync(id.ToString(), user, cancellationToken)).Value;
            Response.StatusCode = outcome.Refusal is Refusal.Stale ? StatusCodes.Status412PreconditionFailed : Response.StatusCode;
        }

        return outcome.ToPage(this, nameof(Form), replied =>
        {
            TempData["flash"] = replied.IsFollowUp ? $"The ticket was closed long ago, so this is filed as #{replied.Ticket.Number}."
                : replied.Ticket.RequesterId != user.Id && user.IsStaff ? "Reply sent. The requester gets it by e-mail."
                : "Sent.";
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Reply, id);
            return Redirect(TicketUrls.Message(replied.Ticket.Number, replied.Message.Id));
        });
    }

    /// <summary>What others wrote since the writer looked.</summary>
    public IReadOnlyList<ConversationEntry> Newer() => Ticket is null
        ? []
        : [.. Ticket.Conversation.Where(entry => entry.Message is { IsNote: false } message
            && message.Author.Id != user.Id
            && message.CreatedAt > SeenUntil())];

    private DateTimeOffset SeenUntil() =>
        Ticket!.Messages.FirstOrDefault(message => message.Id == Form.LastSeenMessageId)?.CreatedAt ?? DateTimeOffset.MaxValue;
}
