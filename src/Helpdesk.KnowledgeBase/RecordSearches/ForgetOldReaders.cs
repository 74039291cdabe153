using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.RecordSearches;

/// <summary>Forgets who looked for something long ago; what was looked for stays.</summary>
internal sealed class ForgetOldReaders(KnowledgeBaseDbContext db, ISiteSettings settings, TimeProvider clock) : IClockWork
{
    public static readonly NumberSetting KnownForDays = new("privacy.searchers-known-days", 90, 1, 3_650)
    {
        Area = SettingArea.Privacy,
        Label = "Know who searched for",
        Unit = "days",
        Help = "Then it is forgotten who looked for something in the knowledge base. What was looked for stays.",
    };

    public static TimeSpan Pause => TimeSpan.FromHours(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-(await settings.GetAsync(cancellationToken)).Value(KnownForDays));
        await db.Searches.Where(search => search.ReaderId != null && search.AskedAt < since)
            .ExecuteUpdateAsync(set => set.SetProperty(search => search.ReaderId, (Guid?)null), cancellationToken);
        return false;
    }
}
