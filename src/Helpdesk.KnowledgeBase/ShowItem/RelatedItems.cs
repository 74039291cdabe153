using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>What somebody who reads an item may also want to read: items with its tags, in its category, with the words of its title.</summary>
internal sealed class RelatedItems(KnowledgeBaseDbContext db, ItemFinder finder, IMemoryCache memory, ItemChanges changes)
{
    private const int Shown = 4;

    // Which they are takes a while to find and hardly ever changes. Who may see them is asked each time.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<TitleLink>> OfAsync(ReadItem item, CurrentUser reader, CancellationToken cancellationToken)
    {
        var ids = await memory.GetOrCreateAsync((typeof(RelatedItems), item.Id, reader.IsStaff, changes.Generation), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = KeptFor;
            return FindAsync(item, reader, cancellationToken);
        }) ?? [];
        if (ids.Length == 0)
        {
            return [];
        }

        var links = await Published(reader).Where(other => ids.Contains(other.Id))
            .Select(other => new TitleLink(other.Id, other.Title, other.Slug)).ToListAsync(cancellationToken);
        return [.. links.OrderBy(link => Array.IndexOf(ids, link.Id))];
    }

    private async Task<Guid[]> FindAsync(ReadItem item, CurrentUser reader, CancellationToken cancellationToken)
    {
        var (id, categoryId, tags) = (item.Id, item.CategoryId, item.Tags);
        var title = ItemExcerpts.AnyOf(await finder.ReadAsync(SearchWords.Read(item.Title, isExact: true), cancellationToken));
        return await Published(reader)
            .Where(other => other.Id != id)
            .Where(other => (categoryId != null && other.CategoryId == categoryId)
                || other.Tags.Any(tag => tags.Contains(tag))
                || EF.Property<NpgsqlTsVector>(other, ItemSearch.HeadColumn).Matches(title))
            .OrderByDescending(other =>
                (other.CategoryId == categoryId ? 1 : 0)
                + other.Tags.Count(tag => tags.Contains(tag)) * 2
                + EF.Property<NpgsqlTsVector>(other, ItemSearch.HeadColumn).Rank(title) * 10)
            .ThenByDescending(other => other.UpdatedAt)
            .Take(Shown)
            .Select(other => other.Id)
            .ToArrayAsync(cancellationToken);
    }

    private IQueryable<Item> Published(CurrentUser reader) => db.Items.AsNoTracking().VisibleTo(reader).Published();
}

/// <summary>An item by its title.</summary>
internal sealed record TitleLink(Guid Id, string Title, string Slug);

/// <summary>What somebody reads, by what makes other items alike.</summary>
internal sealed record ReadItem(Guid Id, string Title, Guid? CategoryId, List<string> Tags);
