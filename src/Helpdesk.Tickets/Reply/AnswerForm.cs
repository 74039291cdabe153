using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Reply;

/// <summary>What the requester's composer shows: the text so far, what its writer has seen, and who will get mail.</summary>
internal sealed record AnswerForm(Guid TicketId, string Body, Guid? LastSeenMessageId, DateTimeOffset? DraftKeptAt, string GoesTo)
{
    public static AnswerForm Of(TicketDetailView ticket) => new(
        ticket.Id,
        DraftFields.Read(ticket.ReplyDraft).GetValueOrDefault(nameof(ReplyRequest.Body), ""),
        ticket.LastMessageId,
        ticket.ReplyDraft?.UpdatedAt,
        ticket.ReplyGoesTo.Count > 0 ? $"{string.Join(", ", ticket.ReplyGoesTo.Select(person => person.Name))} will get it by e-mail." : "The helpdesk team reads it here.");

    public string DraftUrl => DraftUrls.Of(DraftKind.Reply, TicketId);
}
