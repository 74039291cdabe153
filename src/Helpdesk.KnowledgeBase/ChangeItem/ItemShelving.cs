using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>Where an item stands: its category, its tags, who may read it. A new tag becomes one that others can choose.</summary>
internal sealed class ItemShelving(KnowledgeBaseDbContext db, CategoryTree categories)
{
    public async Task<Refusal?> ApplyAsync(Item item, ChangeItemRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!request.Category.IsNamed && request.Tags is null && request.Visibility is null)
        {
            return null;
        }

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

        var tags = request.Tags is { } named ? TagNames.Normalise(named) : [.. item.Tags];
        var known = await db.Tags.Where(tag => tags.Contains(tag.Name)).Select(tag => tag.Name).ToListAsync(cancellationToken);
        db.AddRange(tags.Except(known).Select(name => new Tag { Id = Guid.CreateVersion7(now), Name = name }));
        item.File(categoryId, tags, Words.Read<Visibility>(request.Visibility) ?? item.Visibility, now);
        return null;
    }
}
