using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Platform.Http.Idempotency;

/// <summary>Keeps what was answered to a request, so that its repetition is answered and not done.</summary>
internal sealed class AnswerStore(PlatformDbContext db, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private static readonly Func<PlatformDbContext, Guid, string, Task<IdempotencyKey?>> Find =
        EF.CompileAsyncQuery((PlatformDbContext db, Guid callerId, string key) =>
            db.IdempotencyKeys.AsNoTracking().SingleOrDefault(row => row.CallerId == callerId && row.Key == key));

    public IdempotencyKey NewRow(Guid callerId, string key, byte[] requestHash) =>
        new() { CallerId = callerId, Key = key, RequestHash = requestHash, CreatedAt = clock.GetUtcNow() };

    /// <summary>The stored row, once its answer is there; without an answer when the first request seems to have died before it could tell.</summary>
    public async Task<IdempotencyKey?> FindAsync(IdempotencyKey wanted, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await Find(db, wanted.CallerId, wanted.Key);
            if (row is null || row.Status is not null)
            {
                return row is not null && await DropIfOldAsync(row, cancellationToken) ? null : row;
            }

            if (clock.GetUtcNow() - row.CreatedAt > Patience)
            {
                return await DropIfOldAsync(row, cancellationToken) ? null : row;
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Stores the answer; <paramref name="isSaved"/> tells whether the row went in with the use case.</summary>
    public async Task KeepAsync(IdempotencyKey row, bool isSaved)
    {
        if (isSaved)
        {
            await db.IdempotencyKeys.Where(stored => stored.CallerId == row.CallerId && stored.Key == row.Key)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(stored => stored.Status, row.Status)
                    .SetProperty(stored => stored.Location, row.Location)
                    .SetProperty(stored => stored.Body, row.Body));
            return;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into platform.idempotency_keys (caller_id, key, request_hash, created_at, status, location, body)
            values ({row.CallerId}, {row.Key}, {row.RequestHash}, {row.CreatedAt}, {row.Status}, {row.Location}, {row.Body})
            on conflict do nothing
            """);
    }

    /// <summary>Lets the request be tried again: what it saved was not its success.</summary>
    public Task ForgetAsync(IdempotencyKey row) =>
        db.IdempotencyKeys.Where(stored => stored.CallerId == row.CallerId && stored.Key == row.Key).ExecuteDeleteAsync();

    /// <summary>Whether a save failed because the same request was saved by somebody else meanwhile.</summary>
    public static bool IsRepetition(Exception? exception) =>
        exception is DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: IdempotencyKeyMapping.Constraint } };

    private async Task<bool> DropIfOldAsync(IdempotencyKey row, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - row.CreatedAt <= Lifetime)
        {
            return false;
        }

        await db.IdempotencyKeys.Where(stored => stored.CallerId == row.CallerId && stored.Key == row.Key && stored.CreatedAt == row.CreatedAt)
            .ExecuteDeleteAsync(cancellationToken);
        return true;
    }
}
