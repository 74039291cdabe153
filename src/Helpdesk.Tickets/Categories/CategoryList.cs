using Helpdesk.Platform;
using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Tickets.Categories;

/// <summary>The categories, kept in memory because every list shows their names; dropped when any instance changes one.</summary>
internal sealed class CategoryList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals) : IDisposable
{
    private readonly Remembered<CategorySet> categories = new(scopes, clock, signals, ["categories"], ReadAsync);

    public ValueTask<CategorySet> GetAsync(CancellationToken cancellationToken) => categories.GetAsync(cancellationToken);

    public void Dispose() => categories.Dispose();

    private static async Task<CategorySet> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<TicketsDbContext>();
        var fields = (await db.ExtraFields.AsNoTracking()
            .Where(field => field.RemovedAt == null)
            .OrderBy(field => field.Position).ThenBy(field => field.Key)
            .ToListAsync(cancellationToken)).ToLookup(field => field.CategoryId);
        var all = await db.Categories.AsNoTracking()
            .OrderBy(category => category.Position).ThenBy(category => category.Name)
            .ToListAsync(cancellationToken);
        return new CategorySet([.. all.Select(category => new CategoryView(category, [.. fields[category.Id]]))]);
    }
}

/// <summary>A category with its fields, in their order.</summary>
internal sealed class CategoryView(Category category, IReadOnlyList<ExtraField> fields)
{
    public Guid Id => category.Id;

    public string Name => category.Name;

    public string Hint => category.Hint;

    public bool IsActive => category.IsActive;

    public Guid? DefaultTeamId => category.DefaultTeamId;

    public TicketPriority? DefaultPriority => category.DefaultPriority;

    public IReadOnlyList<ExtraField> FieldsForTheTeam => fields;

    /// <summary>Those that the reader may know of.</summary>
    public IEnumerable<ExtraField> FieldsFor(CurrentUser reader) => reader.IsStaff ? FieldsForTheTeam : FieldsForEmployees;

    /// <summary>Those that the people of the ticket may know of, whoever reads.</summary>
    public IEnumerable<ExtraField> FieldsForEmployees => fields.Where(asked => !asked.IsForTheTeam);
}

/// <summary>All categories at one moment, in their order.</summary>
internal sealed class CategorySet(IReadOnlyList<CategoryView> all)
{
    private readonly Dictionary<Guid, CategoryView> byId = all.ToDictionary(category => category.Id);

    /// <summary>Those that may be chosen.</summary>
    public IReadOnlyList<CategoryView> Active { get; } = [.. all.Where(category => category.IsActive)];

    public IReadOnlyList<CategoryView> All => all;

    public CategoryView? Of(Guid id) => byId.GetValueOrDefault(id);

    public string NameOf(Guid id) => Of(id)?.Name ?? "";

    /// <summary>The one that this stands for, if it may be chosen.</summary>
    public CategoryView? Offered(string? nameOrId) => Find(nameOrId) is { IsActive: true } category ? category : null;

    /// <summary>The fields with this key, in whichever categories.</summary>
    public IReadOnlyList<ExtraField> FieldsCalled(string key) => [.. Fields.Where(field => field.Key == key)];

    /// <summary>All fields, for the team, in the order of the categories.</summary>
    public IEnumerable<ExtraField> Fields => all.SelectMany(category => category.FieldsForTheTeam);

    /// <summary>By name in any case of letters, or by id.</summary>
    public CategoryView? Find(string? nameOrId) =>
        Guid.TryParse(nameOrId, out var id)
            ? Of(id)
            : all.FirstOrDefault(category => string.Equals(category.Name, nameOrId?.Trim(), StringComparison.OrdinalIgnoreCase));
}
