using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>What is not named stays as it is.</summary>
internal sealed record SaveCategoryRequest
{
    public string? Name { get; init; }

    /// <summary>What belongs in it, for whoever files a ticket.</summary>
    public string? Hint { get; init; }

    /// <summary>Offered for tickets. Those that are in a hidden one stay in it.</summary>
    public bool? IsShown { get; init; }

    /// <summary>The team that gets what is filed in it; null for none.</summary>
    public Named<Guid?> DefaultTeamId { get; init; }

    /// <summary>The priority of what is filed in it when nothing else is said; null for medium.</summary>
    public Named<TicketPriority?> DefaultPriority { get; init; }

    /// <summary>Its place among the others, from 0.</summary>
    public int? Position { get; init; }
}

internal sealed class SaveCategoryValidator : AbstractValidator<SaveCategoryRequest>
{
    public static readonly SaveCategoryValidator Rules = new();

    public SaveCategoryValidator()
    {
        RuleFor(request => request.Name!).Line("Name", Category.NameLength).When(request => request.Name is not null);
        RuleFor(request => request.Hint!).Line("Hint", Category.HintLength).When(request => !string.IsNullOrWhiteSpace(request.Hint));
    }
}

/// <summary>Keeps a new category, or changes and orders one.</summary>
internal sealed class SaveCategoryHandler(TicketsDbContext db, ManagedCategories categories, KeptWords kept, ITeamDirectory teams, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<ManagedCategory>> HandleAsync(Guid? id, SaveCategoryRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<ManagedCategory>> TryAsync(Guid? id, SaveCategoryRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return ManagedCategories.AdminsOnly;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await categories.LockAsync(cancellationToken);
        var all = await db.Categories.OrderBy(category => category.Name).ToListAsync(cancellationToken);
        var category = id is null ? new Category { Id = Guid.CreateVersion7(clock.GetUtcNow()) } : all.Find(known => known.Id == id);
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

        if (await FaultAsync(request, category, all, cancellationToken) is { } fault)
        {
            return fault;
        }

        if (request.Name?.Trim() is { } name && name != category.Name)
        {
            await kept.ReplaceCategoryAsync(category, name, category.Id, cancellationToken);
            category.Name = name;
        }

        Write(request, category);
        if (id is null || request.Position is not null)
        {
            all.Place(category, request.Position);
        }

        if (id is null)
        {
            db.Add(category);
        }

        audit.Add(db, "category.saved", new AuditSubject("category", category.Id.ToString()), db.Entry(category).WithChanges(new { category.Name }));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await categories.ReadAsync(cancellationToken)).Single(view => view.Id == category.Id);
    }

    private static void Write(SaveCategoryRequest request, Category category)
    {
        category.Hint = request.Hint?.Trim() ?? category.Hint;
        category.IsActive = request.IsShown ?? category.IsActive;
        category.DefaultTeamId = request.DefaultTeamId.IsNamed ? request.DefaultTeamId.Value : category.DefaultTeamId;
        category.DefaultPriority = request.DefaultPriority.IsNamed ? request.DefaultPriority.Value : category.DefaultPriority;
        category.Version++;
    }

    private async Task<Refusal?> FaultAsync(SaveCategoryRequest request, Category category, List<Category> all, CancellationToken cancellationToken)
    {
        if (request.Name?.Trim() is { } name && all.Exists(known => known != category && string.Equals(known.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return new Refusal.Invalid(nameof(request.Name), $"There is a category “{name}” already.");
        }

        if (request.IsShown == false && !all.Exists(known => known != category && known.IsActive))
        {
            return new Refusal.Conflict("There must be a category that tickets can be filed in.");
        }

        // One that is no longer used may stay where it is.
        return request.DefaultTeamId is { IsNamed: true, Value: { } team } && team != category.DefaultTeamId
            && !(await teams.TeamsAsync(cancellationToken)).Any(known => known.Id == team && known.IsActive)
            ? new Refusal.Invalid(nameof(request.DefaultTeamId), "There is no such team.")
            : null;
    }
}
