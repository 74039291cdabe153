using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ManageCategories;

/// <summary>A category with what is in it, drafts and all; the path names what it is under.</summary>
internal sealed record CategoryView(Guid Id, Guid? ParentId, string Name, string Path, int Position, int Items, int Version);

/// <summary>All categories in their order, each parent before its children.</summary>
internal sealed class CategoryTree(KnowledgeBaseDbContext db)
{
    public async Task<IReadOnlyList<CategoryView>> ReadAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Categories.AsNoTracking()
            .OrderBy(category => category.Position).ThenBy(category => category.Name)
            .Select(category => new CategoryView(
                category.Id, category.ParentId, category.Name, category.Name, category.Position, db.Items.Count(item => item.CategoryId == category.Id), category.Version))
            .ToListAsync(cancellationToken);
        var children = rows.ToLookup(category => category.ParentId);
        return [.. children[null].SelectMany(parent => children[parent.Id].Select(child => child with { Path = $"{parent.Name} / {child.Name}" }).Prepend(parent))];
    }

    /// <summary>The one that an id or a name stands for; null when there is none.</summary>
    public async Task<CategoryView?> FindAsync(string idOrName, CancellationToken cancellationToken)
    {
        var all = await ReadAsync(cancellationToken);
        return Guid.TryParse(idOrName, out var id)
            ? all.FirstOrDefault(category => category.Id == id)
            : all.FirstOrDefault(category => string.Equals(category.Name, idOrName.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
