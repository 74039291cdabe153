using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>Scans files that came in while the scanner could not be asked.</summary>
internal sealed class HeldFiles(PlatformDbContext db, FileStores stores, VirusScanner scanner, AuditLog audit)
{
    /// <summary>Says whether there may be more that can be scanned now.</summary>
    public async Task<bool> ScanNextAsync(CancellationToken cancellationToken)
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
