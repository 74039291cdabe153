using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Data;

/// <summary>What happens when two people act on one thing in the same moment.</summary>
public static class Saving
{
    private const int Tries = 50;

    /// <summary>
    /// Runs an act that reads, changes and saves. Whoever saved second runs it again on what is there now: the rules then see
    /// the first one's change, and refuse or go on. Nothing is overwritten unseen, and nobody is refused without a reason.
    /// </summary>
    public static async Task<Outcome<T>> AgainWhenStaleAsync<T>(
        this DbContext db, Func<Task<Outcome<T>>> act, CancellationToken cancellationToken)
        where T : notnull
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                return await act();
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 4 + attempt)), cancellationToken);
            }
        }

        return new Refusal.Later("Many people are changing this. Try again.", TimeSpan.FromSeconds(1), HouseIsFull: true);
    }
}
