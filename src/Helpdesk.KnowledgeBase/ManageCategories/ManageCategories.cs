using FluentValidation;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ManageCategories;

/// <summary>What is not named stays as it is.</summary>
internal sealed record SaveCategoryRequest
{
    public string? Name { get; init; }

    /// <summary>What it is under; null for nothing.</summary>
    public Named<Guid?> ParentId { get; init; }

    /// <summary>Its place among those beside it, from 0.</summary>
    public int? Position { get; init; }
}

internal sealed class SaveCategoryValidator : AbstractValidator<SaveCategoryRequest>
{
    public static readonly SaveCategoryValidator Rules = new();

    public SaveCategoryValidator() =>
        RuleFor(request => request.Name).Cascade(CascadeMode.Stop).Line("The name", Category.NameLength).When(request => request.Name is not null);
}

/// <summary>All categories, in their order.</summary>
internal sealed record CategoryList(IReadOnlyList<CategoryView> Items);

internal sealed class ListCategoriesHandler(CategoryTree tree)
{
    public async Task<Outcome<CategoryList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsStaff ? new CategoryList(await tree.ReadAsync(cancellationToken)) : ItemFinding.TeamOnly;
}

/// <summary>Keeps a new category, or renames, moves and orders one.</summary>
internal sealed class SaveCategoryHandler(KnowledgeBaseDbContext db, CategoryTree tree, TimeProvider clock)
{
    public Task<Outcome<CategoryView>> HandleAsync(Guid? id, SaveCategoryRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<CategoryView>> TryAsync(Guid? id, SaveCategoryRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var all = await db.Categories.ToListAsync(cancellationToken);
        var category = id is null ? new Category { Id = Guid.CreateVersion7(clock.GetUtcNow()) } : all.SingleOrDefault(known => known.Id == id);
        if (category is null)
        {
            return new Refusal.NotFound();
        }

        if (SaveCategoryValidator.Rules.Check(id is null ? request with { Name = request.Name ?? "" } : request) is { } invalid)
        {
            return invalid;
        }

        if (version is not null && version != category.Version)
        {
            return new Refusal.Stale("Somebody changed this category meanwhile. Look at it, then choose.");
        }

        var name = request.Name?.Trim() ?? category.Name;
        var parentId = request.ParentId.IsNamed ? request.ParentId.Value : category.ParentId;
        if (Fault(all, category, name, parentId) is { } fault)
        {
            return fault;
        }

        Place(all, category, parentId, request.Position);
        category.Name = name;
        category.Version++;
        if (id is null)
        {
            category.Version = 1;
            db.Add(category);
        }

        await db.SaveChangesAsync(cancellationToken);
        return (await tree.ReadAsync(cancellationToken)).Single(view => view.Id == category.Id);
    }

    private static Refusal.Invalid? Fault(List<Category> all, Category category, string name, Guid? parentId)
    {
        var parent = all.SingleOrDefault(known => known.Id == parentId);
        if (parentId is not null && (parent is null || parent.ParentId is not null || parent == category || all.Any(known => known.ParentId == category.Id)))
        {
            return new Refusal.Invalid(nameof(SaveCategoryRequest.ParentId), "Choose a category of the first level. There are two levels.");
        }

        return all.Any(known => known != category && known.ParentId == parentId && string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase))
            ? new Refusal.Invalid(nameof(SaveCategoryRequest.Name), $"There is a category “{name}” already.")
            : null;
    }

    /// <summary>Puts it where it is to stand, and counts those beside it anew.</summary>
    private static void Place(List<Category> all, Category category, Guid? parentId, int? position)
    {
        var beside = all.Where(known => known.ParentId == parentId && known != category).OrderBy(known => known.Position).ThenBy(known => known.Name).ToList();
        var stays = parentId == category.ParentId && all.Contains(category);
        var place = position ?? (stays ? beside.Count(known => known.Position < category.Position) : beside.Count);
        beside.Insert(Math.Clamp(place, 0, beside.Count), category);
        category.ParentId = parentId;
        for (var i = 0; i < beside.Count; i++)
        {
            beside[i].Position = i;
        }
    }
}

/// <summary>Removes a category. What is in it moves to another one when that is named; else it is not removed.</summary>
internal sealed class RemoveCategoryHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, Guid? moveTo, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        if (await db.Categories.SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } category)
        {
            return new Refusal.NotFound();
        }

        if (await db.Categories.CountAsync(known => known.ParentId == id, cancellationToken) is > 0 and var children)
        {
            return new Refusal.Conflict($"{children} {(children == 1 ? "category is" : "categories are")} under it. Move or remove {(children == 1 ? "it" : "them")} first.");
        }

        var used = await db.Items.CountAsync(item => item.CategoryId == id, cancellationToken);
        if (used > 0 && moveTo is null)
        {
            return new Refusal.Conflict($"{used} {(used == 1 ? "item is" : "items are")} in this category. Move {(used == 1 ? "it" : "them")} to another one.");
        }

        if (moveTo is not null && (moveTo == id || !await db.Categories.AnyAsync(known => known.Id == moveTo, cancellationToken)))
        {
            return new Refusal.Invalid(nameof(moveTo), "Choose another category.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Items.Where(item => item.CategoryId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.CategoryId, moveTo).SetProperty(item => item.Version, item => item.Version + 1), cancellationToken);
        await db.Writings.Where(work => work.CategoryId == id).ExecuteUpdateAsync(set => set.SetProperty(work => work.CategoryId, moveTo), cancellationToken);
        db.Remove(category);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
