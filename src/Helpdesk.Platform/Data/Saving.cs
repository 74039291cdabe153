using Helpdesk.Platform.Http.Idempotency;
using Microsoft.EntityFrameworkCore;
using Npgsql;

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
            catch (DbUpdateException overtaken) when (IsStale(overtaken) || (IsTaken(overtaken) && attempt < Tries))
            {
                db.ChangeTracker.Clear();
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, 4 + attempt)), cancellationToken);
            }
        }

        return new Refusal.Later("Many people are changing this. Try again.", TimeSpan.FromSeconds(1), HouseIsFull: true);
    }

    private static bool IsStale(DbUpdateException exception) => exception is DbUpdateConcurrencyException;

    // Somebody saved a row with the same name, or took away one that ours leads to, since we looked. What fails every time is a fault.
    private static bool IsTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation }
        && !AnswerStore.IsRepetition(exception);
}
