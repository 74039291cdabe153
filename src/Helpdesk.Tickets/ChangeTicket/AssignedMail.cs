using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Tells a member of the team that a ticket is theirs now; dropped when it has gone on to somebody else.</summary>
internal sealed class AssignedMail(MailedTicket mailed, CategoryList categories) : IMailKind
{
    public const string Kind = "ticket-assigned";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindForOneAsync(mail, cancellationToken) is not { } ticket
            || !ticket.Reader.IsStaff || ticket.Row.AssigneeId != ticket.Reader.Id
            || await mailed.EventAsync(ticket, mail.Id(StatusMails.EventParameter), cancellationToken) is not { } assigned)
        {
            return null;
        }

        var row = ticket.Row;
        var actor = await mailed.NameAsync(assigned.ActorId, Names.Somebody, cancellationToken);
        var fact = assigned.Why is null ? $"{actor} assigned this to you" : "This is yours now";
        var requester = await mailed.NameAsync(row.RequesterId, Names.FormerUser, cancellationToken);
        var category = (await categories.GetAsync(cancellationToken)).NameOf(row.CategoryId);
        return new MailContent
        {
            Subject = ticket.Subject($"{fact}: {row.Subject}"),
            Preheader = TicketForMail.Preheader(row.LastMessagePreview.Length > 0 ? row.LastMessagePreview : row.Subject),
            Heading = assigned.Why is null ? $"{actor} assigned this ticket to you" : $"You got this ticket {assigned.Why}",
            Blocks =
            [
                new MailBlock.Facts(
                [
                    ("Subject", row.Subject),
                    ("Requester", requester),
                    ("Category", category),
                    ("Priority", StatusWords.Of(row.Priority)),
                    ("Status", StatusWords.ForStaff(row.Status)),
                ]),
                ticket.Button("Open the ticket"),
            ],
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }
}
