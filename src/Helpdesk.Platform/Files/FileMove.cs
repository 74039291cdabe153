using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>
/// Moves every file to one store while the helpdesk runs. A file's row is changed when its copy was read back and has the
/// same checksum; who stops in the middle begins again where it ended.
/// </summary>
public sealed class FileMove
{
    private const int BatchSize = 100;

    private readonly PlatformDbContext db;
    private readonly FileStores stores;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal FileMove(PlatformDbContext db, FileStores stores, AuditLog audit, TimeProvider clock)
    {
        this.db = db;
        this.stores = stores;
        this.audit = audit;
        this.clock = clock;
    }

    /// <summary>Says how it went, line by line; the number of files that could not be moved.</summary>
    public async Task<int> ToAsync(string storeName, TextWriter output, CancellationToken cancellationToken)
    {
        var (moved, failed) = (0, 0);
        try
        {
            var target = stores.Of(storeName);
            await target.TryOutAsync(cancellationToken);
            for (var after = Guid.Empty; await NextAsync(storeName, after, cancellationToken) is { Count: > 0 } batch; after = batch[^1].Id)
            {
                foreach (var file in batch)
                {
                    if (await MoveAsync(file, target, cancellationToken) is { } trouble)
                    {
                        failed++;
                        await output.WriteLineAsync($"{file.Key} stays in {file.Store}: {trouble}");
                    }
                    else
                    {
                        moved++;
                    }
                }

                await output.WriteLineAsync($"{moved} files moved.");
            }
        }
        catch (FileStoreDownException down)
        {
            failed++;
            await output.WriteLineAsync($"{down.Message} What was moved stays moved; run the command again to go on.");
        }

        audit.Add(db, "files.moved", details: new { to = storeName, moved, failed });
        await db.SaveChangesAsync(cancellationToken);
        await output.WriteLineAsync($"{moved} files lie in {storeName} now, {failed} could not be moved. The helpdesk deletes the old copies in ten minutes or so.");
        return failed;
    }

    private Task<List<StoredFile>> NextAsync(string storeName, Guid after, CancellationToken cancellationToken) => db.Files
        .Where(file => file.Id > after && file.Store != storeName && (file.State == FileState.Held || file.State == FileState.Ready))
        .OrderBy(file => file.Id)
        .Take(BatchSize)
        .AsNoTracking()
        .ToListAsync(cancellationToken);

    private async Task<string?> MoveAsync(StoredFile file, IFileStore target, CancellationToken cancellationToken)
    {
        await using (var stored = await stores.Of(file.Store).OpenAsync(file.Key, cancellationToken))
        {
            if (stored is null)
            {
                return "it is not there.";
            }

            await using var content = await Spool.TakeAsync(stored, file.Size, cancellationToken);
            if (content is null || await Admission.HashAsync(content, cancellationToken) != file.Sha256)
            {
                return "its checksum is not what it was.";
            }

            content.Position = 0;
            await target.PutAsync(file.Key, content, file.ContentType, cancellationToken);
        }

        await using (var copy = await target.OpenAsync(file.Key, cancellationToken))
        {
            await using var read = copy is null ? null : await Spool.TakeAsync(copy, file.Size, cancellationToken);
            if (read is null || await Admission.HashAsync(read, cancellationToken) != file.Sha256)
            {
                return $"its copy in {target.Name} has another checksum.";
            }
        }

        return await SaveAsync(file, target, cancellationToken);
    }

    // The file may have been swept, or found to hold a virus, while it was copied; then its copy goes too.
    private async Task<string?> SaveAsync(StoredFile file, IFileStore target, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var row = (await db.Files.FromSql($"select * from platform.files where id = {file.Id} for no key update").ToListAsync(cancellationToken)).SingleOrDefault();
        if (row is not { IsAdmitted: true } || row.Store != file.Store)
        {
            await target.DeleteAsync(file.Key, cancellationToken);
            return null;
        }

        row.MoveTo(target.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return null;
    }
}
