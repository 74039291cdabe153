using Helpdesk.Platform.Data;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Audit;

/// <summary>How long lines are kept.</summary>
public static class AuditRetention
{
    /// <summary>Days; the database itself lets no younger line go than the least.</summary>
    public static readonly NumberSetting Days = new("audit.keep-days", Default: 1_095, Least: 90, Most: 36_500)
    {
        Area = SettingArea.Privacy,
        Label = "Lines of the audit log",
        Help = "Older lines are removed, and a line says how many.",
        Unit = "days",
    };
}

/// <summary>Removes the lines that are older than they are kept, and says so in a line. Nothing else can remove any.</summary>
internal sealed class TrimAudit(PlatformDbContext db, ISiteSettings settings, AuditLog audit, TimeProvider clock) : IClockWork
{
    private const int AtOnce = 5_000;

    public static TimeSpan Pause => TimeSpan.FromHours(1);

    public static TimeSpan Rest => TimeSpan.FromMilliseconds(200);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).Value(AuditRetention.Days));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select set_config('helpdesk.trims_audit', 'on', true)", cancellationToken);
        var lines = await db.Database.ExecuteSqlAsync(
            $"""
            delete from platform.audit_entries where id = any (array(
                select id from platform.audit_entries where at < {before} order by at limit {AtOnce} for update skip locked))
            """,
            cancellationToken);
        if (lines > 0)
        {
            audit.Add(db, "audit.trimmed", details: new { lines, before });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return lines == AtOnce;
    }
}
