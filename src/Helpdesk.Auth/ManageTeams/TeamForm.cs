using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ManageTeams;

/// <summary>A team as its form holds it. The button that brings it back sends that and nothing else.</summary>
internal sealed record TeamForm
{
    public string? Name { get; init; }

    public string? Assignment { get; init; } = Words.Of(AssignmentMode.ByHand);

    public int? OpenLimit { get; init; }

    public List<Guid> MemberIds { get; init; } = [];

    public bool? IsArchived { get; init; }

    /// <summary>What its writer saw.</summary>
    public int? Version { get; init; }

    public static TeamForm Of(TeamView team) => new()
    {
        Name = team.Name,
        Assignment = Words.Of(team.Assignment),
        OpenLimit = team.OpenLimit,
        MemberIds = [.. team.Members.Select(member => member.Id)],
        Version = team.Version,
    };

    public SaveTeamRequest ToRequest() => IsArchived is not null
        ? new SaveTeamRequest { IsArchived = IsArchived }
        : new SaveTeamRequest { Name = Name ?? "", Assignment = Assignment, OpenLimit = OpenLimit, MemberIds = MemberIds };
}

/// <summary>How a team shares its work, for people.</summary>
internal static class AssignmentWords
{
    public static string Of(AssignmentMode mode) => mode switch
    {
        AssignmentMode.ByHand => "By hand",
        AssignmentMode.InTurn => "In turn",
        AssignmentMode.LeastLoaded => "Least loaded",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    public static string Explain(AssignmentMode mode) => mode switch
    {
        AssignmentMode.ByHand => "A ticket waits with the team until somebody takes it.",
        AssignmentMode.InTurn => "Each new ticket goes to the next member, one after the other.",
        AssignmentMode.LeastLoaded => "Each new ticket goes to the member with the fewest open tickets. When everybody has reached the limit, it waits with the team.",
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };
}
