using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Stores;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Files;

/// <summary>Takes away what nobody needs: files without a use, copies in a store that files were moved out of, uploads that nobody named. Several instances may do so at once.</summary>
internal sealed class FileSweep(PlatformDbContext db, FileStores stores, TimeProvider clock, ILogger<FileSweep> logger) : IClockWork
{
    private const int BatchSize = 50;

    // Addresses that lead straight to the old store are good for five minutes.
    private static readonly TimeSpan CopiesStay = TimeSpan.FromMinutes(10);

    public static TimeSpan Pause => TimeSpan.FromMinutes(10);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (FileStoreDownException down)
        {
            logger.LogWarning("The sweep of files was put off: {Reason}", down.Message);
        }

        return false;
    }

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await WhileFullAsync(SweepUnusedAsync, cancellationToken);
        await WhileFullAsync(SweepCopiesAsync, cancellationToken);
        await stores.Current.DeleteOlderAsync(Arrivals.Folder, clock.GetUtcNow() - FileQueries.UnusedFor, cancellationToken);
    }

    // The rows stay locked until their bytes are gone: a use that is saved meanwhile waits, and then finds no file.
    private Task<int> SweepUnusedAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow() - FileQueries.UnusedFor;
        return SweepAsync(
            db.Files.FromSql(
                $"""
                select * from platform.files as file
                where unused_since < {limit} and not exists (select 1 from platform.file_uses where file_id = file.id)
                limit {BatchSize} for update skip locked
                """),
            async file =>
            {
                var store = stores.Of(file.Store);
                await store.DeleteAsync(file.Key, cancellationToken);
                await store.DeleteAsync(Arrivals.KeyOf(file), cancellationToken);
                if (file.LeftIn is { } old)
                {
                    await stores.Of(old).DeleteAsync(file.Key, cancellationToken);
                }

                db.Remove(file);
            },
            cancellationToken);
    }

    private Task<int> SweepCopiesAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow() - CopiesStay;
        return SweepAsync(
            db.Files.FromSql(
                $"""
                select * from platform.files where left_in is not null and moved_at < {limit}
                limit {BatchSize} for update skip locked
                """),
            async file =>
            {
                await stores.Of(file.LeftIn!).DeleteAsync(file.Key, cancellationToken);
                file.LeftIn = null;
            },
            cancellationToken);
    }

    private async Task<int> SweepAsync(IQueryable<StoredFile> files, Func<StoredFile, Task> work, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = await files.ToListAsync(cancellationToken);
        foreach (var file in batch)
        {
            await work(file);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return batch.Count;
    }

    private static async Task WhileFullAsync(Func<CancellationToken, Task<int>> sweep, CancellationToken cancellationToken)
    {
        while (await sweep(cancellationToken) == BatchSize)
        {
        }
    }
}
