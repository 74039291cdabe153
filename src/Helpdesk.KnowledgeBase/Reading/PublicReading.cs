using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Reading;

/// <summary>Tells how much strangers would read.</summary>
internal sealed class PublicReading(KnowledgeBaseDbContext db) : ISettingConsequence
{
    public SettingKey Key => ReaderRule.AnonymousReading;

    public async Task<string?> TellAsync(string value, CancellationToken cancellationToken)
    {
        if (value != "true")
        {
            return null;
        }

        var count = await db.Items.VisibleTo(CurrentUser.Nobody).Published().CountAsync(cancellationToken);
        return $"Everybody on the internet can read {count} {(count == 1 ? "item" : "items")} then, without signing in. Search engines find {(count == 1 ? "it" : "them")}.";
    }
}
