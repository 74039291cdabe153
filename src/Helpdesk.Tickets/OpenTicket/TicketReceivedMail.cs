using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.OpenTicket;

/// <summary>Tells the requester that the ticket has arrived, and under which number.</summary>
internal sealed class TicketReceivedMail(MailedTicket mailed, CategoryList categories) : IMailKind
{
    public const string Kind = "ticket-received";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindForOneAsync(mail, cancellationToken) is not { } ticket)
        {
            return null;
        }

        var row = ticket.Row;
        var category = (await categories.GetAsync(cancellationToken)).NameOf(row.CategoryId);
        return new MailContent
        {
            Subject = ticket.Subject($"We got your request: {row.Subject}"),
            Preheader = TicketForMail.Preheader($"It is ticket #{row.Number}. You get a mail when somebody answers."),
            Heading = "We got your request",
            Blocks =
            [
                new MailBlock.Paragraph($"It is ticket #{row.Number}. You get a mail when somebody answers."),
                new MailBlock.Facts(
                [
                    ("Subject", row.Subject),
                    ("Category", category),
                    ("Priority", StatusWords.Of(row.Priority)),
                ]),
                ticket.Button("Open your ticket"),
                new MailBlock.Paragraph("To add something, open the ticket and answer there."),
            ],
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }
}
