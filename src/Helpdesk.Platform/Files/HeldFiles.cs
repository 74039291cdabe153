using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Files;

/// <summary>Scans files that came in while the scanner could not be asked.</summary>
internal sealed class HeldFiles(PlatformDbContext db, FileStores stores, VirusScanner scanner, AuditLog audit, ILogger<HeldFiles> logger) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromSeconds(30);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ScanNextAsync(cancellationToken);
        }
        catch (FileStoreDownException down)
        {
            logger.LogWarning("Held files wait: {Reason}", down.Message);
            return false;
        }
    }

    private async Task<bool> ScanNextAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // A weaker lock than the sweep's: a use may be saved while the scanner looks.
        var file = (await db.Files
            .FromSql($"select * from platform.files where state = 1 order by created_at limit 1 for no key update skip locked")
            .ToListAsync(cancellationToken)).SingleOrDefault();
        if (file is null || await ScanAsync(file, cancellationToken) == ScanResult.NotScanned)
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task<ScanResult> ScanAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var store = stores.Of(file.Store);
        await using var stored = await store.OpenAsync(file.Key, cancellationToken);
        if (stored is null)
        {
            file.Refuse($"{file.Name} was lost. Add it again.");
            return ScanResult.Clean;
        }

        await using var content = await Spool.TakeAsync(stored, file.Size, cancellationToken)
            ?? throw new InvalidDataException($"{file.Key} has grown.");
        var scan = await scanner.ScanAsync(content, cancellationToken);
        if (scan == ScanResult.Clean)
        {
            file.Release();
        }
        else if (scan == ScanResult.Infected)
        {
            file.Refuse(Admission.VirusIn(file));
            audit.AddInfected(db, file);
            await store.DeleteAsync(file.Key, cancellationToken);
        }

        return scan;
    }
}
