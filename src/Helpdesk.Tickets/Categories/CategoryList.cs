using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Tickets.Categories;

/// <summary>The categories, kept in memory because every list shows their names; dropped when any instance changes one.</summary>
internal sealed class CategoryList : IDisposable
{
    // The net below the signal, which is lost while the listener's connection is down.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly IDisposable subscription;
    private volatile Held? held;
    private int changes;

    public CategoryList(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals)
    {
        this.scopes = scopes;
        this.clock = clock;
        subscription = signals.Subscribe("categories", _ => Forget());
    }

    public async ValueTask<CategorySet> GetAsync(CancellationToken cancellationToken)
    {
        if (held is { } fresh && clock.GetElapsedTime(fresh.Since) < MaximumAge)
        {
            return fresh.Set;
        }

        var since = clock.GetTimestamp();
        var before = Volatile.Read(ref changes);
        await using var scope = scopes.CreateAsyncScope();
        var all = await scope.ServiceProvider.GetRequiredService<TicketsDbContext>().Categories.AsNoTracking()
            .OrderBy(category => category.Position).ThenBy(category => category.Name)
            .Select(category => new CategoryView(category.Id, category.Name, category.Hint, category.IsActive))
            .ToListAsync(cancellationToken);
        var set = new CategorySet(all);
        if (before == Volatile.Read(ref changes))
        {
            // What was read before a change must not hide the change.
            held = new Held(set, since);
        }

        return set;
    }

    public void Dispose() => subscription.Dispose();

    private void Forget()
    {
        Interlocked.Increment(ref changes);
        held = null;
    }

    private sealed record Held(CategorySet Set, long Since);
}

internal sealed record CategoryView(Guid Id, string Name, string Hint, bool IsActive);

/// <summary>All categories at one moment, in their order.</summary>
internal sealed class CategorySet(IReadOnlyList<CategoryView> all)
{
    private readonly Dictionary<Guid, CategoryView> byId = all.ToDictionary(category => category.Id);

    /// <summary>Those that may be chosen.</summary>
    public IReadOnlyList<CategoryView> Active { get; } = [.. all.Where(category => category.IsActive)];

    public IReadOnlyList<CategoryView> All => all;

    public string NameOf(Guid id) => byId.TryGetValue(id, out var category) ? category.Name : "";

    /// <summary>By name in any case of letters, or by id.</summary>
    public CategoryView? Find(string? nameOrId) =>
        Guid.TryParse(nameOrId, out var id)
            ? byId.GetValueOrDefault(id)
            : all.FirstOrDefault(category => string.Equals(category.Name, nameOrId?.Trim(), StringComparison.OrdinalIgnoreCase));
}
