using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Sitemap;

/// <summary>What everybody may read, for search engines; nothing where reading takes signing in.</summary>
internal sealed class SitemapHandler(KnowledgeBaseDbContext db, ISiteSettings settings)
{
    // As many as one file of this kind may hold.
    private const int Most = 50_000;

    public async Task<Outcome<IReadOnlyList<MappedItem>>> HandleAsync(CancellationToken cancellationToken) =>
        (await settings.GetAsync(cancellationToken)).Value(ReaderRule.AnonymousReading)
            ? await db.Items.AsNoTracking().VisibleTo(CurrentUser.Nobody).Published()
                .OrderByDescending(item => item.UpdatedAt)
                .Take(Most)
                .Select(item => new MappedItem(item.Slug, item.UpdatedAt))
                .ToArrayAsync(cancellationToken)
            : new Refusal.NotFound();
}

internal sealed record MappedItem(string Slug, DateTimeOffset UpdatedAt);
