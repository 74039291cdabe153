using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>What other modules show of the knowledge base; only what the reader may see.</summary>
public interface IKnowledgeBaseItems
{
    Task<IReadOnlyList<ItemCard>> RecentAsync(CurrentUser reader, int limit, CancellationToken cancellationToken);

    /// <summary>Published items for everyone that hold all of the words or, after those, some of them in title or summary; the best first.</summary>
    Task<IReadOnlyList<ItemCard>> AboutAsync(string words, int limit, CancellationToken cancellationToken);

    /// <summary>A published item for everyone with its text; null when there is none.</summary>
    Task<ReadableItem?> TextAsync(Guid itemId, CancellationToken cancellationToken);

    /// <summary>What was read most in the last month.</summary>
    Task<IReadOnlyList<ItemCard>> PopularAsync(CurrentUser reader, int limit, CancellationToken cancellationToken);

    /// <summary>Those of these items that the reader may see.</summary>
    Task<IReadOnlyList<ItemCard>> FindAsync(IReadOnlyCollection<Guid> ids, CurrentUser reader, CancellationToken cancellationToken);
}

/// <summary>An item as lists show it.</summary>
public sealed record ItemCard(Guid Id, string Title, string Slug, string Summary, string Category, DateTimeOffset UpdatedAt);

/// <summary>An item with its Markdown.</summary>
public sealed record ReadableItem(Guid Id, string Title, string Slug, string Body);
