using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeStatus;

/// <summary>Writes the mail about a new state, unless the requester made it.</summary>
internal sealed class StatusMails(TicketPost post)
{
    public const string EventParameter = "event";

    /// <summary>Looks whether this change moved the state; a change that also answers sends the answer instead.</summary>
    public async Task WriteAsync(Ticket ticket, Guid? actorId, CancellationToken cancellationToken)
    {
        var moved = ticket.Events.LastOrDefault(entry => entry.Kind == TicketEventKind.StatusChanged);
        if (moved is null || actorId == ticket.RequesterId)
        {
            return;
        }

        var kind = ticket.Status == TicketStatus.Resolved ? ResolvedMail.Kind : StatusChangedMail.Kind;
        await post.TellAsync(
            new TicketTidings(TicketNews.StatusChanged, kind, actorId) { About = (EventParameter, moved.Id), Fold = MailFold.Newest },
            ticket,
            [ticket.RequesterId],
            cancellationToken);
    }
}

/// <summary>Tells the requester of a new state; dropped when the ticket has moved on since.</summary>
internal sealed class StatusChangedMail(MailedTicket mailed) : IMailKind
{
    public const string Kind = "ticket-status-changed";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindAsync(mail, cancellationToken) is not { } ticket
            || await mailed.EventAsync(ticket, mail.Id(StatusMails.EventParameter), cancellationToken) is not { } change
            || change.To != Words.Of(ticket.Row.Status))
        {
            return null;
        }

        var (fact, sentence, button) = ticket.Row.Status switch
        {
            TicketStatus.Open => ("Open again", "Your ticket is open again.", "Open your ticket"),
            TicketStatus.InProgress => ("In progress", "Somebody is working on your ticket.", "Open your ticket"),
            TicketStatus.WaitingOnEmployee => ("Waiting for you", "We wait for your answer to go on.", "Answer"),
            _ => ("Closed", "Your ticket is closed. An answer opens it again.", "Open your ticket"),
        };
        return new MailContent
        {
            Subject = ticket.Subject($"{fact}: {ticket.Row.Subject}"),
            Preheader = TicketForMail.Preheader(sentence),
            Heading = fact,
            Blocks = [new MailBlock.Paragraph(sentence), new MailBlock.Facts([("Subject", ticket.Row.Subject)]), ticket.Button(button)],
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }
}

/// <summary>Tells the requester that the helpdesk thinks the matter done; dropped when it was reopened or closed since.</summary>
internal sealed class ResolvedMail(MailedTicket mailed) : IMailKind
{
    public const string Kind = "ticket-resolved";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (await mailed.FindAsync(mail, cancellationToken) is not { Row.Status: TicketStatus.Resolved } ticket
            || await mailed.EventAsync(ticket, mail.Id(StatusMails.EventParameter), cancellationToken) is not { } change)
        {
            return null;
        }

        var who = await mailed.NameAsync(change.ActorId, Names.Somebody, cancellationToken);
        var why = change.ActorId is null ? "We did not hear from you, so we think that this is done." : $"{who} thinks that this is done.";
        return new MailContent
        {
            Subject = ticket.Subject($"Resolved: {ticket.Row.Subject}"),
            Preheader = TicketForMail.Preheader(why),
            Heading = "Resolved",
            Blocks =
            [
                new MailBlock.Paragraph(why),
                new MailBlock.Facts([("Subject", ticket.Row.Subject)]),
                new MailBlock.Paragraph("If it is still broken, open the ticket and answer."),
                ticket.Button("Open your ticket"),
            ],
            Reason = ticket.Reason,
            IsChosen = true,
        };
    }
}
