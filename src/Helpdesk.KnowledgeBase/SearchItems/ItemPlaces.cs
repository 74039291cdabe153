using System.Collections.Frozen;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>
/// Where each published item stands, in memory: counting thousands of hits by category and tag takes the database longer than
/// finding them. Who may see what is not known here; what is counted was found with the reader's own rights.
/// </summary>
internal sealed class ItemPlaces(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals) : IDisposable
{
    private readonly Remembered<FrozenDictionary<Guid, ItemPlace>> places = new(scopes, clock, signals, [ItemChanges.Topic], ReadAsync);

    /// <summary>The places of what was found; one that moved a moment ago is seen by its version.</summary>
    public async Task<IReadOnlyList<ItemPlace>> OfAsync(IReadOnlyList<FoundVersion> found, CancellationToken cancellationToken)
    {
        var known = await places.GetAsync(cancellationToken);
        if (found.Any(item => !known.TryGetValue(item.Id, out var place) || place.Version < item.Version))
        {
            places.Forget();
            known = await places.GetAsync(cancellationToken);
        }

        // What was taken away since it was found is not counted.
        return [.. found.Select(item => known.GetValueOrDefault(item.Id)).OfType<ItemPlace>()];
    }

    public void Dispose() => places.Dispose();

    private static async Task<FrozenDictionary<Guid, ItemPlace>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var rows = await services.GetRequiredService<KnowledgeBaseDbContext>().Items.AsNoTracking().Published()
            .Select(item => new { item.Id, item.Version, item.Type, item.CategoryId, item.Tags })
            .ToListAsync(cancellationToken);
        return rows.ToFrozenDictionary(row => row.Id, row => new ItemPlace(row.Version, row.Type, row.CategoryId, row.Tags));
    }
}

/// <summary>An item as it was when it was found.</summary>
internal readonly record struct FoundVersion(Guid Id, int Version);

/// <summary>What an item is and where it stands.</summary>
internal sealed record ItemPlace(int Version, ItemType Type, Guid? CategoryId, IReadOnlyList<string> Tags)
{
    public bool IsOf(ItemFilter filter) =>
        (filter.Type is null || filter.Type == Type)
        && (filter.CategoryIds is null || (CategoryId is { } category && filter.CategoryIds.Contains(category)))
        && (filter.Tag is null || Tags.Contains(filter.Tag));
}
