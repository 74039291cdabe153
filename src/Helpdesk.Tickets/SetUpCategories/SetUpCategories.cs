using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.ManageCategories;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.SetUpCategories;

internal sealed record SetUpCategoriesRequest
{
    /// <summary>In their order; an empty name takes one away, a line without an id is a new one.</summary>
    public List<SetUpCategory> Categories { get; init; } = [];
}

internal sealed record SetUpCategory
{
    public Guid? Id { get; init; }

    public string? Name { get; init; }
}

/// <summary>The categories that a new helpdesk begins with, all at once. Only while it is being set up.</summary>
internal sealed class SetUpCategoriesHandler(TicketsDbContext db, ManagedCategories categories, ISiteSettings settings, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<IReadOnlyList<SetUpCategory>>> ShowAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await IsOverAsync(user, cancellationToken)
            ? new Refusal.NotFound()
            : (await ReadAsync(cancellationToken)).ConvertAll(category => new SetUpCategory { Id = category.Id, Name = category.Name });

    public async Task<Outcome<Done>> HandleAsync(SetUpCategoriesRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await IsOverAsync(user, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        var wanted = request.Categories.Where(line => !string.IsNullOrWhiteSpace(line.Name)).ToList();
        if (Fault(wanted) is { } fault)
        {
            return new Refusal.Invalid("", fault);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await categories.LockAsync(cancellationToken);
        var there = await ReadAsync(cancellationToken);
        foreach (var gone in there.Where(category => wanted.TrueForAll(line => line.Id != category.Id)))
        {
            if (await db.Tickets.CountAsync(ticket => ticket.CategoryId == gone.Id, cancellationToken) is > 0 and var tickets)
            {
                return new Refusal.Conflict($"{RemoveCategoryHandler.Used(gone.Name, tickets)} It stays, or move them later under Admin, Categories.");
            }

            db.Remove(gone);
            audit.Add(db, "category.removed", SubjectOf(gone), new { gone.Name, movedTo = (Guid?)null, tickets = 0 });
        }

        foreach (var (place, line) in wanted.Index())
        {
            Write(there.Find(category => category.Id == line.Id), line.Name!.Trim(), place);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }

    private static string? Fault(List<SetUpCategory> wanted) =>
        wanted.Count == 0 ? "Enter at least one category."
        : wanted.Select(line => SaveCategoryValidator.Rules.Check(new SaveCategoryRequest { Name = line.Name })).OfType<Refusal.Invalid>().FirstOrDefault() is { } invalid
            ? invalid.Errors.First().Value[0]
        : wanted.GroupBy(line => line.Name!.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"“{twice.Key}” stands there twice."
        : null;

    private static AuditSubject SubjectOf(Category category) => new("category", category.Id.ToString());

    private void Write(Category? category, string name, int place)
    {
        if (category is not null && category.Name == name && category.Position == place)
        {
            return;
        }

        if (category is null)
        {
            category = new Category { Id = Guid.CreateVersion7(clock.GetUtcNow()) };
            db.Add(category);
        }

        (category.Name, category.Position) = (name, place);
        category.Version++;
        audit.Add(db, "category.saved", SubjectOf(category), new { category.Name });
    }

    private async Task<bool> IsOverAsync(CurrentUser user, CancellationToken cancellationToken) =>
        !user.IsAdmin || (await settings.GetAsync(cancellationToken)).IsSetUp;

    private Task<List<Category>> ReadAsync(CancellationToken cancellationToken) =>
        db.Categories.OrderBy(category => category.Position).ThenBy(category => category.Name).ToListAsync(cancellationToken);
}
