using System.Collections.Frozen;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>
/// Where each published item stands, in memory: counting thousands of hits by category and tag takes the database longer than
/// finding them. Who may see what is not known here; what is counted was found with the reader's own rights.
/// </summary>
internal sealed class ItemPlaces(IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals) : IDisposable
{
    private readonly Remembered<FrozenDictionary<Guid, ItemPlace>> places = new(scopes, clock, signals, [ItemChanges.Topic], ReadAsync);

    /// <summary>
    /// Where everything stands that holds the words, or everything when no words are asked for. On a connection of its own, so that the
    /// best hits can be ranked meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<ItemPlace>> HoldingAsync(NpgsqlTsQuery? query, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (query is NpgsqlTsQueryEmpty)
        {
            return [];
        }

        await using var scope = scopes.CreateAsyncScope();
        var all = scope.ServiceProvider.GetRequiredService<KnowledgeBaseDbContext>().Items.AsNoTracking().VisibleTo(reader).Published();
        // As one row: thousands of small ones take longer to read than to find.
        var found = await (query is null ? all : all.Holding(query)).GroupBy(_ => 1)
            .Select(items => new FoundVersions(EF.Functions.ArrayAgg(items.Select(item => item.Id)), EF.Functions.ArrayAgg(items.Select(item => item.Version))))
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? [] : await OfAsync(found, cancellationToken);
    }

    public void Dispose() => places.Dispose();

    // One that moved a moment ago is seen by its version.
    private async Task<IReadOnlyList<ItemPlace>> OfAsync(FoundVersions found, CancellationToken cancellationToken)
    {
        var known = await places.GetAsync(cancellationToken);
        if (found.Ids.Zip(found.Versions).Any(item => !known.TryGetValue(item.First, out var place) || place.Version < item.Second))
        {
            places.Forget();
            known = await places.GetAsync(cancellationToken);
        }

        // What was taken away since it was found is not counted.
        return [.. found.Ids.Select(id => known.GetValueOrDefault(id)).OfType<ItemPlace>()];
    }

    private static async Task<FrozenDictionary<Guid, ItemPlace>> ReadAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var rows = await services.GetRequiredService<KnowledgeBaseDbContext>().Items.AsNoTracking().Published()
            .Select(item => new { item.Id, item.Version, item.Type, item.CategoryId, item.Tags })
            .ToListAsync(cancellationToken);
        return rows.ToFrozenDictionary(row => row.Id, row => new ItemPlace(row.Version, row.Type, row.CategoryId, row.Tags));
    }

    /// <summary>Items as they were when they were found, one beside the other.</summary>
    private sealed record FoundVersions(Guid[] Ids, int[] Versions);
}

/// <summary>What an item is and where it stands.</summary>
internal sealed record ItemPlace(int Version, ItemType Type, Guid? CategoryId, IReadOnlyList<string> Tags)
{
    public bool IsOf(ItemFilter filter) =>
        (filter.Type is null || filter.Type == Type)
        && (filter.CategoryIds is null || (CategoryId is { } category && filter.CategoryIds.Contains(category)))
        && (filter.Tag is null || Tags.Contains(filter.Tag));
}
