using System.Text.Json.Serialization;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>A stretch of what was found, the best first, with how many there are of each kind.</summary>
internal sealed record FoundItems(
    IReadOnlyList<FoundItem> Items,
    string? NextCursor,
    int Count,
    Facets Facets,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? CorrectedTo)
{
    public static FoundItems None { get; } = new([], null, 0, new Facets([], [], []), null);
}

/// <summary>A hit: the item, its title and where it matched (HTML with marks), and how well.</summary>
internal sealed record FoundItem : ItemView
{
    public FoundItem(ItemView item)
        : base(item)
    {
    }

    public required string TitleHtml { get; init; }

    public required string ExcerptHtml { get; init; }

    public required float Rank { get; init; }
}

/// <summary>How many items one would see with another type, category or tag, all else being the same.</summary>
internal sealed record Facets(IReadOnlyList<TypeFacet> Types, IReadOnlyList<CategoryFacet> Categories, IReadOnlyList<TagFacet> Tags)
{
    private const int MostTags = 20;

    /// <summary>Counts what was found; each choice leaves itself out.</summary>
    public static Facets Of(IReadOnlyList<ItemPlace> found, ItemFilter filter, Shelves shelves)
    {
        var (ofType, ofCategory, ofTag) = (filter with { Type = null }, filter with { CategoryIds = null }, filter with { Tag = null });
        var perCategory = found.Where(place => place.CategoryId is not null && place.IsOf(ofCategory))
            .CountBy(place => place.CategoryId!.Value)
            .ToDictionary();
        return new Facets(
            [
                .. found.Where(place => place.IsOf(ofType)).CountBy(place => place.Type)
                    .OrderBy(type => type.Key)
                    .Select(type => new TypeFacet(type.Key, type.Value)),
            ],
            [
                .. shelves.All
                    .Select(shelf => new CategoryFacet(shelf.Id, shelf.Name, shelf.ParentId, shelves.Below(shelf.Id).Sum(id => perCategory.GetValueOrDefault(id))))
                    .Where(shelf => shelf.Count > 0),
            ],
            [
                .. found.Where(place => place.IsOf(ofTag)).SelectMany(place => place.Tags).CountBy(tag => tag)
                    .OrderByDescending(tag => tag.Value).ThenBy(tag => tag.Key, StringComparer.Ordinal)
                    .Take(MostTags)
                    .Select(tag => new TagFacet(tag.Key, tag.Value)),
            ]);
    }
}

internal sealed record TypeFacet(ItemType Type, int Count);

/// <summary>A category counts what lies below it, too.</summary>
internal sealed record CategoryFacet(Guid Id, string Name, Guid? ParentId, int Count);

internal sealed record TagFacet(string Tag, int Count);
