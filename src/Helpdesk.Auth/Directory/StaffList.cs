using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Directory;

/// <summary>Active agents and admins, in memory: every queue page asks for them and they seldom change. A trigger on the table tells when they do.</summary>
internal sealed class StaffList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals) : IDisposable
{
    private readonly Remembered<IReadOnlyList<UserCard>> staff = new(scopes, clock, signals, ["staff"], ReadAsync);

    public ValueTask<IReadOnlyList<UserCard>> GetAsync(CancellationToken cancellationToken) => staff.GetAsync(cancellationToken);

    public void Dispose() => staff.Dispose();

    private static async Task<IReadOnlyList<UserCard>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var staff = await services.GetRequiredService<AuthDbContext>().Users.AsNoTracking().ActiveStaff()
            .Select(UserDirectory.Card)
            .ToListAsync(cancellationToken);
        staff.Sort((one, other) => PeopleOrder.Compare(one.Name, other.Name));
        return staff;
    }
}
