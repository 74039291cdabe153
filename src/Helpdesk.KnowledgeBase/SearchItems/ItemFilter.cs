using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>Which items somebody wants to see; what is null does not matter.</summary>
internal sealed record ItemFilter(ItemType? Type, Guid[]? CategoryIds, string? Tag)
{
    public static ItemFilter Everything { get; } = new(null, null, null);

    public IQueryable<Item> Of(IQueryable<Item> items)
    {
        var (type, categoryIds, tag) = this;
        if (type is not null)
        {
            items = items.Where(item => item.Type == type);
        }

        if (categoryIds is not null)
        {
            items = items.Where(item => item.CategoryId != null && categoryIds.Contains(item.CategoryId.Value));
        }

        return tag is null ? items : items.Where(item => item.Tags.Contains(tag));
    }
}

/// <summary>All shelves, in the order of the tree.</summary>
internal sealed class Shelves(IReadOnlyList<Category> categories)
{
    /// <summary>Each parent before its children.</summary>
    public IReadOnlyList<Category> All { get; } =
    [
        .. categories.Where(category => category.ParentId is null).OrderBy(category => category.Position).ThenBy(category => category.Name)
            .SelectMany(parent => categories.Where(child => child.ParentId == parent.Id).OrderBy(child => child.Position).ThenBy(child => child.Name).Prepend(parent)),
    ];

    public static async Task<Shelves> ReadAsync(KnowledgeBaseDbContext db, CancellationToken cancellationToken) =>
        new(await db.Categories.AsNoTracking().ToListAsync(cancellationToken));

    /// <summary>The shelves of this name or id with those below them; none when there is no such.</summary>
    public Guid[] Named(string nameOrId) =>
        [.. All.Where(category => category.Name == nameOrId || category.Id.ToString() == nameOrId).SelectMany(category => Below(category.Id)).Distinct()];

    /// <summary>The shelf itself and those under it.</summary>
    public IEnumerable<Guid> Below(Guid id) => All.Where(category => category.Id == id || category.ParentId == id).Select(category => category.Id);
}
