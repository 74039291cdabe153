using System.Globalization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Directory;

/// <summary>The teams, in memory: nearly every page for agents names them and they seldom change. Triggers on the tables tell when they do.</summary>
internal sealed class TeamList : ITeamDirectory, IDisposable
{
    // A signal can be lost while the listener is away; then this bounds how long an old list is shown.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly List<IDisposable> subscriptions;
    private volatile Held? held;
    private int changes;

    public TeamList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals)
    {
        this.scopes = scopes;
        this.clock = clock;
        subscriptions = [signals.Subscribe("teams", _ => Forget()), signals.Subscribe("staff", _ => Forget())];
    }

    public async ValueTask<IReadOnlyList<TeamCard>> TeamsAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && clock.GetElapsedTime(fresh.Since) < MaximumAge)
        {
            return fresh.Teams;
        }

        var since = clock.GetTimestamp();
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AuthDbContext>();
        var members = (await db.TeamMembers.AsNoTracking()
                .Where(member => db.Users.Any(user => user.Id == member.UserId && user.DeactivatedAt == null && user.Role > Model.Role.Employee))
                .ToListAsync(cancellationToken))
            .ToLookup(member => member.TeamId, member => member.UserId);
        var teams = (await db.Teams.AsNoTracking().ToListAsync(cancellationToken))
            .Select(team => new TeamCard(team.Id, team.Name, team.ArchivedAt is null, [.. members[team.Id]]))
            .ToList();
        // As people sort names; the database sorts by code points.
        teams.Sort((one, other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one.Name, other.Name, CompareOptions.IgnoreCase));
        if (before == Volatile.Read(ref changes))
        {
            // A change that came while we read would else be hidden behind what we read.
            held = new Held(teams, since);
        }

        return teams;
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private void Forget()
    {
        Interlocked.Increment(ref changes);
        held = null;
    }

    private sealed record Held(IReadOnlyList<TeamCard> Teams, long Since);
}
