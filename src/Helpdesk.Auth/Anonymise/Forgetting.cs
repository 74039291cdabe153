using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Anonymise;

/// <summary>
/// Lets every module forget an anonymised person. That comes after the save, so a crash may come between: the account
/// keeps its made-up name for signing in until all have forgotten, and the sweep looks for it.
/// </summary>
internal sealed class Forgetting(
    AuthDbContext db, Traces traces, IEnumerable<IOnUserDeactivated> whenDeactivated, IEnumerable<IOnUserAnonymised> whenAnonymised, TimeProvider clock)
{
    // What a request of the person's that was under way saved after the others had forgotten.
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    public async Task EverywhereAsync(Guid userId, CancellationToken cancellationToken)
    {
        foreach (var hook in whenDeactivated)
        {
            await hook.HandleAsync(userId, cancellationToken);
        }

        foreach (var hook in whenAnonymised)
        {
            await hook.HandleAsync(userId, cancellationToken);
        }

        await db.Users.Where(user => user.Id == userId && user.AnonymisedAt != null).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.UserName, (string?)null).SetProperty(user => user.NormalizedUserName, (string?)null),
            cancellationToken);
    }

    /// <summary>Says for how many people it was repeated.</summary>
    public async Task<int> RepeatAsync(CancellationToken cancellationToken)
    {
        var lately = clock.GetUtcNow() - Again;
        var people = await db.Users.AsNoTracking()
            .Where(user => user.AnonymisedAt != null && (user.UserName != null || user.AnonymisedAt > lately))
            .Select(user => user.Id)
            .ToListAsync(cancellationToken);
        foreach (var id in people)
        {
            await traces.RemoveAsync(id, address: null, cancellationToken);
            await EverywhereAsync(id, cancellationToken);
        }

        return people.Count;
    }
}
