using System.Globalization;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Care;

/// <summary>Asks the requester our question again, and says what happens without an answer; dropped when it was answered meanwhile.</summary>
internal sealed class ReminderMail(MailedTicket mailed, TicketsDbContext db, ISiteSettings settings) : IMailKind
{
    public const string Kind = "ticket-reminder";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindAsync(mail, cancellationToken) is not { Row.Status: TicketStatus.WaitingOnEmployee } ticket)
        {
            return null;
        }

        var question = await db.Messages.AsNoTracking()
            .Where(message => message.TicketId == ticket.Row.Id && message.IsFromStaff && message.RedactedAt == null)
            .OrderByDescending(message => message.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        var blocks = new List<MailBlock> { new MailBlock.Paragraph("We cannot go on without your answer.") };
        if (question is not null)
        {
            blocks.Add(new MailBlock.Message(await mailed.NameAsync(question.AuthorId, Names.Somebody, cancellationToken), question.CreatedAt, question.Body));
        }

        if ((await settings.GetAsync(cancellationToken)).Value(CareSettings.ResolveAfterDays) is > 0 and var days)
        {
            var since = await db.Tickets.Where(found => found.Id == ticket.Row.Id).Select(found => found.StatusSince).SingleAsync(cancellationToken);
            var until = since.AddDays(days).ToString("d MMM yyyy", CultureInfo.InvariantCulture);
            blocks.Add(new MailBlock.Paragraph($"If we do not hear from you, this ticket is resolved on {until}. You can open it again."));
        }

        blocks.Add(ticket.Button("Answer"));
        return new MailContent
        {
            Subject = ticket.Subject("We need your answer"),
            Preheader = TicketForMail.Preheader(ticket.Row.Subject),
            Heading = "We need your answer",
            Blocks = blocks,
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }
}
