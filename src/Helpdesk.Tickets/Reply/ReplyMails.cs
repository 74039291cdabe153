using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Mention;
using Helpdesk.Tickets.OpenTicket;

namespace Helpdesk.Tickets.Reply;

/// <summary>Who gets mail for an answer.</summary>
internal sealed class ReplyMails(TicketPost post, Mentions mentions)
{
    /// <summary>
    /// The team's answer goes to the requester and everybody copied in. The requester's goes to whoever works on it; that of
    /// somebody copied in to the requester too. The writer gets none.
    /// </summary>
    public static IReadOnlyCollection<Guid> ReadersOf(
        Guid requesterId, IEnumerable<Guid> participantIds, Guid? assigneeId, Guid authorId, bool isFromStaff)
    {
        IEnumerable<Guid> readers = [requesterId];
        readers = isFromStaff ? readers.Concat(participantIds) : assigneeId is { } assignee ? readers.Append(assignee) : readers;
        return [.. readers.Where(id => id != authorId).Distinct()];
    }

    public async Task WriteAsync(Replied replied, CurrentUser author, CancellationToken cancellationToken)
    {
        var (ticket, message, isFollowUp) = (replied.Ticket, replied.Message, replied.IsFollowUp);
        if (isFollowUp)
        {
            await post.TellAsync(new TicketTidings(TicketNews.Received, TicketReceivedMail.Kind, author.Id), ticket, [author.Id], cancellationToken);
        }

        var readers = ReadersOf(ticket.RequesterId, ticket.ParticipantIds, ticket.AssigneeId, author.Id, message.IsFromStaff);
        await post.TellAsync(
            new TicketTidings(TicketNews.Answered, ReplyMail.Kind, author.Id)
            {
                About = (ReplyMail.MessageParameter, message.Id),
                Fold = MailFold.All(ReplyMail.MessageParameter),
                AwaitedBy = replied.Before,
            },
            ticket,
            readers,
            cancellationToken);
        await mentions.TellAsync(ticket, message.Body, (ReplyMail.MessageParameter, message.Id), author, readers, cancellationToken);
    }
}
