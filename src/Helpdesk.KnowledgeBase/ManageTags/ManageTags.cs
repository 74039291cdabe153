using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ManageTags;

internal sealed record SaveTagRequest
{
    public string Name { get; init; } = "";
}

internal sealed record MergeTagRequest
{
    /// <summary>The tag that stays.</summary>
    public Guid Into { get; init; }
}

/// <summary>A tag and how many items carry it, drafts and all.</summary>
internal sealed record TagView(Guid Id, string Name, int Items);

/// <summary>All tags, by name.</summary>
internal sealed record TagList(IReadOnlyList<TagView> Items);

internal sealed class ListTagsHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<TagList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        !user.IsStaff ? ItemFinding.TeamOnly : new TagList(await db.Tags.AsNoTracking()
            .OrderBy(tag => tag.Name)
            .Select(tag => new TagView(tag.Id, tag.Name, db.Items.Count(item => item.Tags.Contains(tag.Name))))
            .ToListAsync(cancellationToken));
}

/// <summary>Keeps a new tag, or renames one on every item that carries it.</summary>
internal sealed class SaveTagHandler(KnowledgeBaseDbContext db, TagCarriers carriers, TimeProvider clock)
{
    public Task<Outcome<TagView>> HandleAsync(Guid? id, SaveTagRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<TagView>> TryAsync(Guid? id, SaveTagRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var tag = id is null
            ? new Tag { Id = Guid.CreateVersion7(clock.GetUtcNow()) }
            : await db.Tags.SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (tag is null)
        {
            return new Refusal.NotFound();
        }

        var name = TagNames.Normalise(request.Name);
        if ((name.Length == 0 ? "Enter a name." : TagNames.Fault(name)) is { } fault)
        {
            return new Refusal.Invalid(nameof(request.Name), fault);
        }

        if (await db.Tags.AnyAsync(known => known.Name == name && known.Id != tag.Id, cancellationToken))
        {
            return new Refusal.Conflict($"There is a tag “{name}” already. Merge the two instead.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (id is null)
        {
            db.Add(tag);
        }
        else
        {
            await carriers.ReplaceAsync(tag.Name, name, cancellationToken);
        }

        tag.Name = name;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TagView(tag.Id, name, await carriers.CountAsync(name, cancellationToken));
    }
}

/// <summary>Makes one tag of two: items that carried the one carry the other.</summary>
internal sealed class MergeTagHandler(KnowledgeBaseDbContext db, TagCarriers carriers)
{
    public async Task<Outcome<TagView>> HandleAsync(Guid id, MergeTagRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (await db.Tags.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } merged)
        {
            return new Refusal.NotFound();
        }

        var survivor = await db.Tags.SingleOrDefaultAsync(known => known.Id == request.Into && known.Id != id, cancellationToken);
        if (survivor is null)
        {
            return new Refusal.Invalid(nameof(request.Into), "Choose another tag.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await carriers.ReplaceAsync(merged.Name, survivor.Name, cancellationToken);
        db.Remove(merged);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new TagView(survivor.Id, survivor.Name, await carriers.CountAsync(survivor.Name, cancellationToken));
    }
}

/// <summary>Removes a tag that no item carries.</summary>
internal sealed class RemoveTagHandler(KnowledgeBaseDbContext db, TagCarriers carriers)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (await db.Tags.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } tag)
        {
            return new Refusal.NotFound();
        }

        if (await carriers.CountAsync(tag.Name, cancellationToken) is > 0 and var items)
        {
            return new Refusal.Conflict($"{items} {(items == 1 ? "item carries" : "items carry")} this tag. Merge it into another one instead.");
        }

        db.Remove(tag);
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}

/// <summary>The items that carry a tag, and the unsaved work that does.</summary>
internal sealed class TagCarriers(KnowledgeBaseDbContext db)
{
    public Task<int> CountAsync(string name, CancellationToken cancellationToken) =>
        db.Items.CountAsync(item => item.Tags.Contains(name), cancellationToken);

    public async Task ReplaceAsync(string old, string name, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            update kb.items
            set tags = array(select tag from unnest(array_replace(tags, {old}, {name})) with ordinality as row(tag, place) group by tag order by min(place)),
                version = version + 1
            where tags @> array[{old}]
            """,
            cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            update kb.writings
            set tags = array(select tag from unnest(array_replace(tags, {old}, {name})) with ordinality as row(tag, place) group by tag order by min(place))
            where tags @> array[{old}]
            """,
            cancellationToken);
    }
}
