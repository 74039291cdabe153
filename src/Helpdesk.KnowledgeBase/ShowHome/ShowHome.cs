using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowHome;

internal sealed class ShowHomeHandler(KnowledgeBaseDbContext db, IKnowledgeBaseItems items)
{
    private const int TitlesPerTopic = 3;
    private const int Recent = 8;

    public async Task<HomeView> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var topics = await db.Items.AsNoTracking().VisibleTo(user).Published()
            .GroupBy(item => item.Category!.Name ?? "")
            .OrderBy(topic => topic.Key)
            .Select(topic => new TopicView(
                topic.Key,
                topic.Count(),
                topic.OrderByDescending(item => item.UpdatedAt)
                    .Take(TitlesPerTopic)
                    .Select(item => new TitleView(item.Title, item.Slug))
                    .ToList()))
            .ToListAsync(cancellationToken);
        return new HomeView(topics, await items.RecentAsync(user, Recent, cancellationToken));
    }
}

internal sealed record HomeView(IReadOnlyList<TopicView> Topics, IReadOnlyList<ItemCard> Recent);

internal sealed record TopicView(string Name, int Count, IReadOnlyList<TitleView> Titles);

internal sealed record TitleView(string Title, string Slug);
