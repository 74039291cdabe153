using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.RecordSearches;

/// <summary>Forgets who looked for something long ago; what was looked for stays.</summary>
internal sealed class ForgetOldReaders(KnowledgeBaseDbContext db, TimeProvider clock) : IClockWork
{
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(90);

    public static TimeSpan Pause => TimeSpan.FromHours(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - KnownFor;
        await db.Searches.Where(search => search.ReaderId != null && search.AskedAt < since)
            .ExecuteUpdateAsync(set => set.SetProperty(search => search.ReaderId, (Guid?)null), cancellationToken);
        return false;
    }
}
