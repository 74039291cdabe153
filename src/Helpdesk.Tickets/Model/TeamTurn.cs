using Helpdesk.Auth.Contracts;

namespace Helpdesk.Tickets.Model;

/// <summary>Whose turn it is in a team. It changes in the save that assigns a ticket: of two that come at once, the second one sees the turn of the first (decision 27).</summary>
internal sealed class TeamTurn
{
    public Guid TeamId { get; init; }

    public Guid? LastAssigneeId { get; private set; }

    public int Version { get; private set; }

    /// <summary>The member who gets the next ticket, and why; null when there is none who may. Of those who have equally little, the one whose turn it is.</summary>
    public (Guid AssigneeId, string Why)? Take(TeamRota rota, IReadOnlyDictionary<Guid, int> openTickets)
    {
        int Open(Guid member) => openTickets.GetValueOrDefault(member);
        var isByLoad = rota.Assignment == AssignmentMode.LeastLoaded;
        var able = rota.MemberIds
            .Where(member => !isByLoad || rota.OpenLimit is null || Open(member) < rota.OpenLimit)
            .OrderBy(member => isByLoad ? Open(member) : 0)
            .ThenBy(member => LastAssigneeId is { } last && member.CompareTo(last) <= 0)
            .ThenBy(member => member)
            .ToList();
        if (able.Count == 0)
        {
            return null;
        }

        LastAssigneeId = able[0];
        Version++;
        return (able[0], isByLoad
            ? $"with the fewest open tickets ({Open(able[0])}), team {rota.TeamName}"
            : $"in turn, team {rota.TeamName}");
    }
}
