using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowHome;

internal sealed class KnowledgeBaseItems(KnowledgeBaseDbContext db) : IKnowledgeBaseItems
{
    public async Task<IReadOnlyList<ItemCard>> RecentAsync(CurrentUser reader, int limit, CancellationToken cancellationToken) =>
        await db.Items.AsNoTracking().VisibleTo(reader).Published()
            .OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Id)
            .Take(limit)
            .Select(item => new ItemCard(item.Id, item.Title, item.Slug, item.Summary, item.Category!.Name ?? "", item.UpdatedAt))
            .ToListAsync(cancellationToken);
}
