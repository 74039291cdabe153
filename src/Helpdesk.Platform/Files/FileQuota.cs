using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Files;

/// <summary>How much one person may send in a day.</summary>
internal sealed class FileQuota(PlatformDbContext db, FileLimits limits, TimeProvider clock)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Saves the file's row, or says why not. One person's files are counted one after the other, so that many at once cannot pass together.</summary>
    public async Task<Refusal?> AddAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Day;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"files:" + file.CreatedBy}, 0))", cancellationToken);
        var sent = await db.Files.Where(other => other.CreatedBy == file.CreatedBy && other.CreatedAt > since).SumAsync(other => other.Size, cancellationToken);
        if (sent + file.Size > limits.DailyQuota)
        {
            return new Refusal.Later($"You may send {FileRules.Bytes(limits.DailyQuota)} of files in a day. Try again tomorrow.", Day);
        }

        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}
