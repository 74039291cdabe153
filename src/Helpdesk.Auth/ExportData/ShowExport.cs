using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>The copy of one's data that was asked for last, unless its time is over.</summary>
internal sealed class ShowExportHandler(AuthDbContext db, TimeProvider clock)
{
    public async Task<Outcome<ExportView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var export = await db.DataExports.AsNoTracking()
            .Where(export => export.UserId == user.Id && (export.ExpiresAt == null || export.ExpiresAt > now))
            .OrderByDescending(export => export.AskedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return export is null ? new Refusal.NotFound() : ExportView.Of(export);
    }
}
