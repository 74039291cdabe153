using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>A category as its admins see it, with how many tickets are in it and with its fields, removed ones too.</summary>
internal sealed record ManagedCategory(
    Guid Id,
    string Name,
    string Hint,
    bool IsShown,
    int Position,
    Guid? DefaultTeamId,
    TicketPriority? DefaultPriority,
    int Tickets,
    IReadOnlyList<ManagedField> Fields,
    int Version);

internal sealed record ManagedField(
    Guid Id,
    string Key,
    FieldKind Kind,
    string Label,
    string Hint,
    bool IsRequired,
    bool IsForTheTeam,
    IReadOnlyList<string> Choices,
    int Position,
    DateTimeOffset? RemovedAt,
    int Version)
{
    public static ManagedField Of(ExtraField field) => new(
        field.Id, field.Key, field.Kind, field.Label, field.Hint, field.IsRequired, field.IsForTheTeam, field.Choices, field.Position, field.RemovedAt, field.Version);
}

/// <summary>All categories, in their order.</summary>
internal sealed record ManagedCategoryList(IReadOnlyList<ManagedCategory> Items);

internal sealed class ManagedCategories(TicketsDbContext db)
{
    /// <summary>What everybody else is told.</summary>
    public static readonly Refusal AdminsOnly = new Refusal.Forbidden("Only administrators keep the categories.");

    /// <summary>Until the caller's transaction ends nobody else changes categories or fields: names are given once, and places too. Tickets are filed meanwhile.</summary>
    public Task LockAsync(CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"lock table tickets.categories in share row exclusive mode", cancellationToken);

    public async Task<IReadOnlyList<ManagedCategory>> ReadAsync(CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets.GroupBy(ticket => ticket.CategoryId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var fields = (await db.ExtraFields.AsNoTracking().OrderBy(field => field.Position).ThenBy(field => field.Key).ToListAsync(cancellationToken))
            .ToLookup(field => field.CategoryId, ManagedField.Of);
        var categories = await db.Categories.AsNoTracking().OrderBy(category => category.Position).ThenBy(category => category.Name).ToListAsync(cancellationToken);
        return
        [
            .. categories.Select(category => new ManagedCategory(
                category.Id,
                category.Name,
                category.Hint,
                category.IsActive,
                category.Position,
                category.DefaultTeamId,
                category.DefaultPriority,
                tickets.GetValueOrDefault(category.Id),
                [.. fields[category.Id]],
                category.Version)),
        ];
    }
}

internal sealed class ListCategoriesHandler(ManagedCategories categories)
{
    public async Task<Outcome<ManagedCategoryList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        user.IsAdmin ? new ManagedCategoryList(await categories.ReadAsync(cancellationToken)) : ManagedCategories.AdminsOnly;
}

internal sealed class ShowCategoryHandler(ManagedCategories categories)
{
    public async Task<Outcome<ManagedCategory>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return ManagedCategories.AdminsOnly;
        }

        return (await categories.ReadAsync(cancellationToken)).FirstOrDefault(category => category.Id == id) is { } found ? found : new Refusal.NotFound();
    }
}
