using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Reply;

/// <summary>Brings an answer to somebody's mailbox: the answer first, then who and where.</summary>
internal sealed class ReplyMail(MailedTicket mailed) : IMailKind
{
    public const string Kind = "ticket-reply";
    public const string MessageParameter = "message";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindAsync(mail, cancellationToken) is not { } ticket
            || await mailed.MessageAsync(ticket, mail.Id(MessageParameter), cancellationToken) is not { } message)
        {
            return null;
        }

        var author = await mailed.NameAsync(message.AuthorId, Names.Somebody, cancellationToken);
        var blocks = new List<MailBlock> { new MailBlock.Message(author, message.CreatedAt, message.Body) };
        if (message.IsFromStaff && WhatFollows(ticket.Row.Status) is { } sentence)
        {
            blocks.Add(new MailBlock.Paragraph(sentence));
        }

        blocks.Add(ticket.Button(message.IsFromStaff ? "Answer" : "Open the ticket", message.Id));
        return new MailContent
        {
            Subject = ticket.Subject(ticket.Row.Subject),
            Preheader = TicketForMail.Preheader(Wording.Of(message.Body).Preview),
            Heading = $"{author} answered",
            Blocks = blocks,
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }

    private static string? WhatFollows(TicketStatus status) => status switch
    {
        TicketStatus.WaitingOnEmployee => "We wait for your answer to go on.",
        TicketStatus.Resolved => "We think that this is done. If it is still broken, answer to open the ticket again.",
        TicketStatus.Closed => "This ticket is closed. An answer opens it again.",
        _ => null,
    };
}
