using Helpdesk.Auth.Contracts;

namespace Helpdesk.Tickets.Views;

/// <summary>What teams are called. Only the team reads it: employees do not know who shares the work.</summary>
internal static class TeamNames
{
    public const string FormerTeam = "former team";

    public static TeamRef? Of(this IReadOnlyList<TeamCard> teams, Guid? id) =>
        id is not { } known ? null : new TeamRef(known, teams.FirstOrDefault(team => team.Id == known)?.Name ?? FormerTeam);
}
