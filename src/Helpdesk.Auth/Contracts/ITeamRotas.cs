namespace Helpdesk.Auth.Contracts;

/// <summary>How a team shares its work, read anew each time: whoever was put out a moment ago gets nothing more.</summary>
public interface ITeamRotas
{
    /// <summary>Null when there is no such team, or it is archived.</summary>
    Task<TeamRota?> FindAsync(Guid teamId, CancellationToken cancellationToken);
}

/// <summary>Who gets what comes to a team and belongs to nobody yet.</summary>
/// <param name="TeamName">As it is called now.</param>
/// <param name="Assignment">The rule.</param>
/// <param name="OpenLimit">With the least loaded one: how much a member may have at once; null for any amount.</param>
/// <param name="MemberIds">The active members.</param>
public sealed record TeamRota(string TeamName, AssignmentMode Assignment, int? OpenLimit, IReadOnlyList<Guid> MemberIds);

/// <summary>The rules by which a team may share its work.</summary>
public enum AssignmentMode
{
    ByHand = 0,
    InTurn = 1,
    LeastLoaded = 2,
}
