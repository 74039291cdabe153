using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;

namespace Helpdesk.Platform.Files;

internal static class FileAudit
{
    /// <summary>Somebody sent a virus; the line is saved with the refusal.</summary>
    public static void AddInfected(this AuditLog audit, PlatformDbContext db, StoredFile file) =>
        audit.Add(db, "file.infected", new AuditSubject("file", file.Id.ToString()), new { sha256 = file.Sha256 }, file.CreatedBy);
}
