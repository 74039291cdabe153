namespace Helpdesk.Tickets.Model;

/// <summary>Changes of a ticket on which its state does not depend: with what and whom it has to do.</summary>
internal abstract class TicketChanges : TicketState
{
    /// <summary>Gives it to a team, or to none; who works on it stays. Names go to the timeline: it must still be true after a team was renamed.</summary>
    public void GiveTo(Guid? teamId, string? from, string? to, Guid? actorId, DateTimeOffset now)
    {
        if (TeamId != teamId)
        {
            Record(TicketEventKind.TeamChanged, actorId, now, from, to);
            TeamId = teamId;
        }
    }
}
