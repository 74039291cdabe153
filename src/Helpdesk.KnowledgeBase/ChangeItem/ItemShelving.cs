using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>Where an item stands and who may read it.</summary>
internal sealed record Shelf(Guid? CategoryId, IReadOnlyList<string> Tags, Visibility Visibility);

/// <summary>Where an item stands: its category, its tags, who may read it. A new tag becomes one that others can choose.</summary>
internal sealed class ItemShelving(KnowledgeBaseDbContext db, CategoryTree categories)
{
    /// <summary>Where the writer wants it.</summary>
    public async Task<Outcome<Shelf>> FindAsync(Item item, ChangeItemRequest request, CancellationToken cancellationToken)
    {
        var categoryId = item.CategoryId;
        if (request.Category.IsNamed)
        {
            categoryId = null;
            if (request.Category.Value is { } wanted)
            {
                if (await categories.FindAsync(wanted, cancellationToken) is not { } category)
                {
                    return new Refusal.Invalid(nameof(request.Category), "Choose a category.");
                }

                categoryId = category.Id;
            }
        }

        return new Shelf(
            categoryId,
            request.Tags is { } named ? TagNames.Normalise(named) : item.Tags,
            Words.Read<Visibility>(request.Visibility) ?? item.Visibility);
    }

    public async Task ApplyAsync(Item item, Shelf shelf, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (shelf.CategoryId == item.CategoryId && shelf.Visibility == item.Visibility && shelf.Tags.SequenceEqual(item.Tags))
        {
            return;
        }

        var tags = shelf.Tags.ToArray();
        var known = await db.Tags.Where(tag => tags.Contains(tag.Name)).Select(tag => tag.Name).ToListAsync(cancellationToken);
        db.AddRange(tags.Except(known).Select(name => new Tag { Id = Guid.CreateVersion7(now), Name = name }));
        item.File(shelf.CategoryId, tags, shelf.Visibility, now);
    }
}
