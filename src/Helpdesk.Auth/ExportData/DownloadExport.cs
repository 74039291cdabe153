using System.Globalization;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ExportData;

/// <summary>Hands a ready archive to its owner, who must have proven lately who they are.</summary>
internal sealed class DownloadExportHandler(AuthDbContext db, StepUp stepUp, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<ExportFile>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var export = await db.DataExports.AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == id && found.UserId == user.Id && found.ExpiresAt > now, cancellationToken);
        if (export is null)
        {
            return new Refusal.NotFound();
        }

        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        audit.Add(db, "export.downloaded", AuditSubject.Person(user.Id), new { export = id });
        await db.SaveChangesAsync(cancellationToken);
        var day = export.ReadyAt!.Value.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new ExportFile($"my-data-{day}.zip", export.Size, (target, token) => CopyAsync(id, target, token));
    }

    // Piece by piece: neither the database nor we hold the whole archive for a slow reader.
    private async Task CopyAsync(Guid id, Stream target, CancellationToken cancellationToken)
    {
        for (var number = 0; ; number++)
        {
            var part = await db.DataExportParts.AsNoTracking()
                .Where(part => part.ExportId == id && part.Number == number)
                .Select(part => part.Content)
                .SingleOrDefaultAsync(cancellationToken);
            if (part is null)
            {
                return;
            }

            await target.WriteAsync(part, cancellationToken);
        }
    }
}

/// <summary>A ZIP file that is read while it is sent.</summary>
internal sealed record ExportFile(string Name, long Size, Func<Stream, CancellationToken, Task> WriteToAsync)
{
    public async Task SendAsync(Microsoft.AspNetCore.Http.HttpContext http)
    {
        var response = http.Response;
        response.ContentType = "application/zip";
        response.ContentLength = Size;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename={Name}";
        await WriteToAsync(response.Body, http.RequestAborted);
    }
}
