using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Mention;

/// <summary>Calls a member of the team to a ticket. The words of a note stay in the house: the mail says only that there is one.</summary>
internal sealed class MentionMail(MailedTicket mailed) : IMailKind
{
    public const string Kind = "ticket-mention";
    public const string NoteParameter = "note";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindForOneAsync(mail, cancellationToken) is not { Reader.IsStaff: true } ticket)
        {
            return null;
        }

        var actor = await mailed.NameAsync(mail.Id(TicketPost.ActorParameter), Names.Somebody, cancellationToken);
        var isInMessage = mail.Parameters.TryGetProperty(ReplyMail.MessageParameter, out _);
        var message = isInMessage && await mailed.MessagesAsync(ticket, [mail.Id(ReplyMail.MessageParameter)], cancellationToken) is [var said] ? said : null;
        if (isInMessage && message is null)
        {
            return null;
        }

        return new MailContent
        {
            Subject = ticket.Subject($"{actor} mentioned you: {ticket.Row.Subject}"),
            Preheader = TicketForMail.Preheader(message is null ? "In an internal note. Only the team can read it." : Wording.Of(message.Body).Preview),
            Heading = $"{actor} mentioned you",
            Blocks =
            [
                message is null
                    ? new MailBlock.Paragraph("It is in an internal note. Only the team can read it, on the ticket's page.")
                    : new MailBlock.Message(actor, message.CreatedAt, message.Body),
                message is null ? ticket.Button("Read the note") : ticket.Button("Open the ticket", message.Id),
            ],
            Reason = "You get this mail because somebody of the team mentioned you.",
            IsChosen = true,
        };
    }
}
