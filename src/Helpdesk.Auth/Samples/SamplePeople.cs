using System.Security.Cryptography;
using Helpdesk.Auth.Anonymise;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Samples;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Samples;

/// <summary>
/// Those who filed the sample tickets. They are deactivated from the first moment, which is what keeps everybody else from signing in
/// and from getting mail; and their addresses end in a name that no mail server will ever have.
/// </summary>
internal sealed class SamplePeople(AuthDbContext db, Traces traces, Forgetting forgetting, AuditLog audit, TimeProvider clock) : ISamples
{
    private static readonly string[] Names = ["Kim Sample", "Robin Sample"];

    public SampleKind Kind { get; } = new("person", "people", Names.Length);

    public int Order => 10;

    public Task AddAsync(CurrentUser admin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var name in Names)
        {
            // Nobody can have taken it before.
            var address = $"{name.Split(' ')[0].ToLowerInvariant()}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}@sample.invalid";
            var person = User.Create(address, name, Role.Employee, now);
            person.Deactivate(now);
            db.AddRange(person, new Sample { Id = person.Id, Kind = Kind.One });
            audit.Add(db, "account.created", AuditSubject.Person(person.Id), new { role = RoleNames.Of(person.Role), by = "sample data" });
        }

        return db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<Guid> ids, CurrentUser admin, CancellationToken cancellationToken)
    {
        foreach (var person in await db.Users.Where(user => ids.Contains(user.Id)).ToListAsync(cancellationToken))
        {
            // An administrator may have let the person in meanwhile. What still names the number shows a former user.
            await forgetting.EverywhereAsync(person.Id, cancellationToken);
            await traces.RemoveAsync(person.Id, person.Email, cancellationToken);
            db.Remove(person);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
