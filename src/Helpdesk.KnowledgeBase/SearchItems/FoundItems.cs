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
internal sealed record Facets(IReadOnlyList<TypeFacet> Types, IReadOnlyList<CategoryFacet> Categories, IReadOnlyList<TagFacet> Tags);

internal sealed record TypeFacet(ItemType Type, int Count);

/// <summary>A category counts what lies below it, too.</summary>
internal sealed record CategoryFacet(Guid Id, string Name, Guid? ParentId, int Count);

internal sealed record TagFacet(string Tag, int Count);
