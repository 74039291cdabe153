using Helpdesk.Platform;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Writes the mails about what a change did: to the new assignee and to the requester.</summary>
internal sealed class ChangeMails(TicketPost post, StatusMails status)
{
    public async Task WriteAsync(Ticket ticket, CurrentUser actor, CancellationToken cancellationToken)
    {
        await TellAssigneeAsync(ticket, actor.Id, cancellationToken);
        await status.WriteAsync(ticket, actor.Id, cancellationToken);
    }

    public async Task TellAssigneeAsync(Ticket ticket, Guid? actorId, CancellationToken cancellationToken)
    {
        if (ticket.AssigneeId is { } assignee && assignee != actorId
            && ticket.Events.LastOrDefault(entry => entry.Kind == TicketEventKind.Assigned) is { } assigned)
        {
            await post.TellAsync(
                new TicketTidings(TicketNews.Assigned, AssignedMail.Kind, assigned.ActorId) { About = (StatusMails.EventParameter, assigned.Id) },
                ticket,
                [assignee],
                cancellationToken);
        }
    }
}
