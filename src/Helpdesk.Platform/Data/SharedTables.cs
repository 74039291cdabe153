using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Samples;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Data;

/// <summary>Tables of Platform that every module writes in its own transaction.</summary>
internal static class SharedTables
{
    public static void MapSharedTables(this ModelBuilder modelBuilder, bool ownedHere)
    {
        modelBuilder.MapEmailOutbox(ownedHere);
        modelBuilder.MapDigestItems(ownedHere);
        modelBuilder.MapIdempotencyKeys(ownedHere);
        modelBuilder.MapAuditEntries(ownedHere);
        modelBuilder.MapNotifications(ownedHere);
        modelBuilder.MapFiles(ownedHere);
        modelBuilder.MapSamples(ownedHere);
        modelBuilder.MapUnreadNews();
    }
}
