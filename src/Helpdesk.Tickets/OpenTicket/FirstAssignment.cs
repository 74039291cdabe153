using Helpdesk.Platform;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShareWork;

namespace Helpdesk.Tickets.OpenTicket;

/// <summary>A ticket whose category has a team comes to one of its members at once, where the team shares its work by a rule; who gets it is told.</summary>
internal sealed class FirstAssignment(TeamWork work, ChangeMails mails)
{
    public async Task GiveAsync(Ticket ticket, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await work.ShareAsync(ticket, now, cancellationToken);
        await mails.TellAssigneeAsync(ticket, user.Id, cancellationToken);
    }
}
