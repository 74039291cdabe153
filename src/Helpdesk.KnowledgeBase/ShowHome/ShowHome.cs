using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowHome;

internal sealed class ShowHomeHandler(KnowledgeBaseDbContext db, IKnowledgeBaseItems items)
{
    private const int TitlesPerTopic = 3;
    private const int Listed = 6;

    public async Task<HomeView> HandleAsync(CurrentUser user, CancellationToken cancellationToken) => new(
        await TopicsAsync(user, cancellationToken),
        await items.PopularAsync(user, Listed, cancellationToken),
        await items.RecentAsync(user, Listed, cancellationToken));

    /// <summary>The tree of categories that hold something for this reader; what stands on no shelf comes last.</summary>
    public async Task<IReadOnlyList<TopicView>> TopicsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var shelves = await Shelves.ReadAsync(db, cancellationToken);
        var held = await db.Items.AsNoTracking().VisibleTo(user).Published()
            // The titles of a group are joined to it by its key, and null is equal to nothing there.
            .GroupBy(item => item.CategoryId ?? Guid.Empty)
            .Select(shelf => new Held(
                shelf.Key,
                shelf.Count(),
                shelf.OrderByDescending(item => item.UpdatedAt)
                    .Take(TitlesPerTopic)
                    .Select(item => new DatedTitle(item.UpdatedAt, new TitleView(item.Title, item.Slug)))
                    .ToList()))
            .ToListAsync(cancellationToken);
        var topics = shelves.All.Where(category => category.ParentId is null).Select(category => TopicOf(
            category.Id,
            category.Name,
            [.. held.Where(shelf => shelves.Below(category.Id).Contains(shelf.CategoryId))],
            [
                .. shelves.All.Where(child => child.ParentId == category.Id)
                    .Select(child => TopicOf(child.Id, child.Name, [.. held.Where(shelf => shelf.CategoryId == child.Id)], []))
                    .Where(child => child.Count > 0),
            ]));
        return [.. topics.Append(TopicOf(null, "Everything else", [.. held.Where(shelf => shelf.CategoryId == Guid.Empty)], [])).Where(topic => topic.Count > 0)];
    }

    private static TopicView TopicOf(Guid? id, string name, IReadOnlyList<Held> held, IReadOnlyList<TopicView> below) => new(
        id,
        name,
        held.Sum(shelf => shelf.Count),
        [.. held.SelectMany(shelf => shelf.Titles).OrderByDescending(title => title.UpdatedAt).Take(TitlesPerTopic).Select(title => title.Title)],
        below);

    internal sealed record Held(Guid CategoryId, int Count, List<DatedTitle> Titles);

    internal sealed record DatedTitle(DateTimeOffset UpdatedAt, TitleView Title);
}

internal sealed record HomeView(IReadOnlyList<TopicView> Topics, IReadOnlyList<ItemCard> Popular, IReadOnlyList<ItemCard> Recent);

/// <summary>A category with how much is in it and below it; without an id it is what has no category.</summary>
internal sealed record TopicView(Guid? Id, string Name, int Count, IReadOnlyList<TitleView> Titles, IReadOnlyList<TopicView> Categories);

internal sealed record TitleView(string Title, string Slug);
