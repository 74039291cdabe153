using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.ExportData;

/// <summary>The exports as the one who makes them sees them. The number of the attempt is the name of a claim: whoever has an older one writes nothing any more.</summary>
internal sealed class ExportTable(AuthDbContext db, NpgsqlDataSource dataSource, ExportSettings settings, TimeProvider clock)
{
    public const int Attempts = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>The oldest one that waits, ours for the time of a lease; null when there is none.</summary>
    public async Task<DataExport?> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + settings.Lease;
        // As an array the choice is made once; as a subquery PostgreSQL may make it anew for each row and take too many.
        var claimed = await db.DataExports.FromSql(
            $"""
            update auth.data_exports set locked_until = {until}, attempts = attempts + 1
            where id = any (array(
                select id from auth.data_exports
                where ready_at is null and failed_at is null and (locked_until is null or locked_until <= {now})
                order by asked_at
                limit 1
                for update skip locked))
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return claimed.SingleOrDefault();
    }

    /// <summary>What an attempt left that did not come to its end.</summary>
    public Task ClearAsync(DataExport claim, CancellationToken cancellationToken) =>
        db.DataExportParts.Where(part => part.ExportId == claim.Id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Stores a piece and renews the lease in one statement, unless somebody else has the claim by now. On a connection of its own: pieces come while rows are being read.</summary>
    public async Task StoreAsync(DataExport claim, int number, byte[] content, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with ours as (
                update auth.data_exports set locked_until = $1
                where id = $2 and attempts = $3 and ready_at is null and failed_at is null
                returning id)
            insert into auth.data_export_parts (export_id, number, content) select id, $4, $5 from ours
            """);
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (clock.GetUtcNow() + settings.Lease).UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = claim.Id });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = claim.Attempts });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = content });
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            throw new LostClaimException();
        }
    }

    /// <summary>Part of the caller's transaction; false when the claim was lost.</summary>
    public async Task<bool> FinishAsync(DataExport claim, long size, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expires = now + DataExport.Kept;
        return await Ours(claim).ExecuteUpdateAsync(
            set => set.SetProperty(export => export.ReadyAt, now)
                .SetProperty(export => export.ExpiresAt, expires)
                .SetProperty(export => export.Size, size)
                .SetProperty(export => export.LockedUntil, (DateTimeOffset?)null),
            cancellationToken) == 1;
    }

    /// <summary>To be tried again after a pause that grows with the attempts.</summary>
    public Task PostponeAsync(DataExport claim, CancellationToken cancellationToken)
    {
        var later = clock.GetUtcNow() + Pause * claim.Attempts;
        return Ours(claim).ExecuteUpdateAsync(set => set.SetProperty(export => export.LockedUntil, later), cancellationToken);
    }

    /// <summary>A stopping instance does not make the others wait for the end of its lease, and its attempt was none.</summary>
    public Task ReleaseAsync(DataExport claim, CancellationToken cancellationToken) =>
        Ours(claim).ExecuteUpdateAsync(
            set => set.SetProperty(export => export.LockedUntil, (DateTimeOffset?)null).SetProperty(export => export.Attempts, export => export.Attempts - 1),
            cancellationToken);

    public async Task FailAsync(DataExport claim, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await Ours(claim).ExecuteUpdateAsync(set => set.SetProperty(export => export.FailedAt, now), cancellationToken) == 1)
        {
            await ClearAsync(claim, cancellationToken);
        }
    }

    private IQueryable<DataExport> Ours(DataExport claim) => db.DataExports.Where(export =>
        export.Id == claim.Id && export.Attempts == claim.Attempts && export.ReadyAt == null && export.FailedAt == null);
}

/// <summary>Another instance makes the export now, or nobody wants it any more.</summary>
internal sealed class LostClaimException : Exception;
