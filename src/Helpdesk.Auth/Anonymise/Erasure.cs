using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helpdesk.Auth.Anonymise;

/// <summary>Empties an account and everything beside it, whoever decided that and why.</summary>
internal sealed class Erasure(AuthDbContext db, Traces traces, Forgetting forgetting, TimeProvider clock)
{
    /// <summary>Completes the caller's transaction, which has locked the person; then every module follows.</summary>
    public async Task CommitAsync(IDbContextTransaction transaction, User person, CancellationToken cancellationToken)
    {
        var address = person.Email!;
        person.Anonymise(clock.GetUtcNow());
        await traces.RemoveAsync(person.Id, address, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        // The person is gone, whether the caller waits or not.
        await forgetting.EverywhereAsync(person.Id, CancellationToken.None);
    }
}
