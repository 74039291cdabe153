using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Reply;

/// <summary>Brings an answer, or several that followed each other, to somebody's mailbox: what was said first, then where.</summary>
internal sealed class ReplyMail(MailedTicket mailed) : IMailKind
{
    public const string Kind = "ticket-reply";
    public const string MessageParameter = "message";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindAsync(mail, cancellationToken) is not { } ticket
            || await mailed.MessagesAsync(ticket, IdsOf(mail), cancellationToken) is not { Count: > 0 } messages)
        {
            return null;
        }

        var blocks = new List<MailBlock>();
        foreach (var message in messages)
        {
            blocks.Add(new MailBlock.Message(await mailed.NameAsync(message.AuthorId, Names.Somebody, cancellationToken), message.CreatedAt, message.Body));
            if (message.FileNames.Length > 0)
            {
                blocks.Add(ticket.Files(message));
            }
        }

        var (first, last) = (messages[0], messages[^1]);
        if (last.IsFromStaff && WhatFollows(ticket.Row.Status) is { } sentence)
        {
            blocks.Add(new MailBlock.Paragraph(sentence));
        }

        blocks.Add(ticket.Button(last.IsFromStaff ? "Answer" : "Open the ticket", first.Id));
        var preview = Wording.Of(first.Body).Preview;
        var several = $"{messages.Count} new messages";
        return new MailContent
        {
            Subject = ticket.Subject(ticket.Row.Subject),
            Preheader = TicketForMail.Preheader(messages.Count == 1 ? preview : $"{several}: {preview}"),
            Heading = messages.Count == 1 ? $"{((MailBlock.Message)blocks[0]).Author} answered" : several,
            Blocks = blocks,
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }

    // The answer that caused it, and those that came while it waited.
    private static Guid[] IdsOf(MailToCompose mail) =>
    [
        mail.Id(MessageParameter),
        .. mail.Parameters.TryGetProperty(MailBursts.More, out var more) ? more.EnumerateArray().Select(id => id.GetGuid()) : [],
    ];

    private static string? WhatFollows(TicketStatus status) => status switch
    {
        TicketStatus.WaitingOnEmployee => "We wait for your answer to go on.",
        TicketStatus.Resolved => "We think that this is done. If it is still broken, answer to open the ticket again.",
        TicketStatus.Closed => "This ticket is closed. An answer opens it again.",
        _ => null,
    };
}
