using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Directory;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ManageTeams;

internal record TeamView
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public AssignmentMode Assignment { get; init; }

    public int? OpenLimit { get; init; }

    /// <summary>By name; those too who get nothing because they are deactivated or no longer of the helpdesk team.</summary>
    public IReadOnlyList<TeamMemberView> Members { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ArchivedAt { get; init; }

    public int Version { get; init; }
}

internal sealed record TeamMemberView(Guid Id, string Name, bool IsActive);

/// <summary>Teams with their members, for those who manage them.</summary>
internal sealed class TeamReading(AuthDbContext db)
{
    /// <summary>By name, archived ones last.</summary>
    public async Task<IReadOnlyList<TeamView>> AllAsync(CancellationToken cancellationToken)
    {
        var teams = await ReadAsync(db.Teams, cancellationToken);
        return [.. teams.OrderBy(team => team.ArchivedAt is not null).ThenBy(team => team.Name, PeopleOrder.Comparer)];
    }

    public async Task<TeamView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Teams.Where(team => team.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>Whom a team can be made of, by name.</summary>
    public async Task<IReadOnlyList<TeamMemberView>> StaffAsync(CancellationToken cancellationToken) =>
        InOrder(await db.Users.ActiveStaff().Select(user => new TeamMemberView(user.Id, user.Name, true)).ToListAsync(cancellationToken));

    private async Task<List<TeamView>> ReadAsync(IQueryable<Team> wanted, CancellationToken cancellationToken)
    {
        var staff = db.Users.ActiveStaff();
        var members = (await db.TeamMembers.AsNoTracking()
                .Where(member => wanted.Any(team => team.Id == member.TeamId))
                .Join(db.Users, member => member.UserId, user => user.Id, (member, user) => new
                {
                    member.TeamId,
                    View = new TeamMemberView(user.Id, user.Name, staff.Any(active => active.Id == user.Id)),
                })
                .ToListAsync(cancellationToken))
            .ToLookup(member => member.TeamId, member => member.View);
        var teams = await wanted.AsNoTracking().ToListAsync(cancellationToken);
        return teams.ConvertAll(team => new TeamView
        {
            Id = team.Id,
            Name = team.Name,
            Assignment = team.Assignment,
            OpenLimit = team.OpenLimit,
            Members = InOrder(members[team.Id]),
            CreatedAt = team.CreatedAt,
            ArchivedAt = team.ArchivedAt,
            Version = team.Version,
        });
    }

    private static IReadOnlyList<TeamMemberView> InOrder(IEnumerable<TeamMemberView> members) => [.. members.OrderBy(member => member.Name, PeopleOrder.Comparer)];
}
