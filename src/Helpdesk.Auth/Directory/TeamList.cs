using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Directory;

/// <summary>The teams, in memory: nearly every page for agents names them and they seldom change. Triggers on the tables tell when they do.</summary>
internal sealed class TeamList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals) : ITeamDirectory, IDisposable
{
    private readonly Remembered<IReadOnlyList<TeamCard>> teams = new(scopes, clock, signals, ["teams", "staff"], ReadAsync);

    public ValueTask<IReadOnlyList<TeamCard>> TeamsAsync(CancellationToken cancellationToken) => teams.GetAsync(cancellationToken);

    public void Dispose() => teams.Dispose();

    private static async Task<IReadOnlyList<TeamCard>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<AuthDbContext>();
        var staff = db.Users.ActiveStaff();
        var members = (await db.TeamMembers.AsNoTracking()
                .Where(member => staff.Any(user => user.Id == member.UserId))
                .ToListAsync(cancellationToken))
            .ToLookup(member => member.TeamId, member => member.UserId);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(cancellationToken))
            .Select(team => new TeamCard(team.Id, team.Name, team.ArchivedAt is null, [.. members[team.Id]]))
            .ToList();
        teams.Sort((one, other) => PeopleOrder.Compare(one.Name, other.Name));
        return teams;
    }
}
