using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files.Serving;

/// <summary>Addresses that were given out before their file moved to another store still lead to it.</summary>
internal sealed class MovedFiles(PlatformDbContext db, FileStores stores)
{
    public async Task<string?> AddressOfAsync(DownloadOrder order, CancellationToken cancellationToken)
    {
        var store = await db.Files.AsNoTracking()
            .Where(file => file.Key == order.Key && file.Store != FileStores.Local)
            .Select(file => file.Store)
            .SingleOrDefaultAsync(cancellationToken);
        return store is null ? null : stores.Of(store).SignDownload(order);
    }
}
