namespace Helpdesk.Auth.Contracts;

/// <summary>The teams and who is in them, for the other modules; kept in memory and renewed when one changes.</summary>
public interface ITeamDirectory
{
    /// <summary>All teams by name, archived ones too, because tickets still name them.</summary>
    ValueTask<IReadOnlyList<TeamCard>> TeamsAsync(CancellationToken cancellationToken);
}

/// <summary>A team and its active members.</summary>
public sealed record TeamCard(Guid Id, string Name, bool IsActive, IReadOnlyList<Guid> MemberIds)
{
    public bool Has(Guid userId) => MemberIds.Contains(userId);
}
