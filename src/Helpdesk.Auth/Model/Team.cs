using Helpdesk.Auth.Contracts;

namespace Helpdesk.Auth.Model;

/// <summary>Agents who share work. A ticket is given to a team, or to a person of it.</summary>
internal sealed class Team
{
    public const int NameLength = 100;
    public const int HighestLimit = 1_000;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";

    public AssignmentMode Assignment { get; set; }

    /// <summary>With the least loaded one: how many open tickets one may have before the next waits for the team.</summary>
    public int? OpenLimit { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>No longer a target; what it has stays.</summary>
    public DateTimeOffset? ArchivedAt { get; set; }

    public int Version { get; set; }
}

internal sealed class TeamMember
{
    public Guid TeamId { get; init; }

    public Guid UserId { get; init; }
}
