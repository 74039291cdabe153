using System.Globalization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Directory;

/// <summary>Active agents and admins, in memory: every queue page asks for them and they seldom change. A trigger on the table tells when they do.</summary>
internal sealed class StaffList : IDisposable
{
    // A signal can be lost while the listener is away; then this bounds how long an old list is shown.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private volatile Held? held;
    private int changes;

    public StaffList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals)
    {
        this.scopes = scopes;
        this.clock = clock;
        subscription = signals.Subscribe("staff", _ => Forget());
    }

    public async ValueTask<IReadOnlyList<UserCard>> GetAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && clock.GetElapsedTime(fresh.Since) < MaximumAge)
        {
            return fresh.Staff;
        }

        var since = clock.GetTimestamp();
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var staff = await scope.ServiceProvider.GetRequiredService<AuthDbContext>().Users.AsNoTracking()
            .Where(user => user.Role > Role.Employee && user.DeactivatedAt == null)
            .Select(UserDirectory.Card)
            .ToListAsync(cancellationToken);
        // As people sort names; the database sorts by code points.
        staff.Sort((one, other) => CultureInfo.InvariantCulture.CompareInfo.Compare(one.Name, other.Name, CompareOptions.IgnoreCase));
        if (before == Volatile.Read(ref changes))
        {
            // A change that came while we read would else be hidden behind what we read.
            held = new Held(staff, since);
        }

        return staff;
    }

    public void Dispose() => subscription.Dispose();

    private void Forget()
    {
        Interlocked.Increment(ref changes);
        held = null;
    }

    private sealed record Held(IReadOnlyList<UserCard> Staff, long Since);
}
