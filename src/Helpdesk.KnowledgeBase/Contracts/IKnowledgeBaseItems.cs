using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>What other modules show of the knowledge base; only what the reader may see.</summary>
public interface IKnowledgeBaseItems
{
    Task<IReadOnlyList<ItemCard>> RecentAsync(CurrentUser reader, int limit, CancellationToken cancellationToken);
}

/// <summary>An item as lists show it.</summary>
public sealed record ItemCard(Guid Id, string Title, string Slug, string Summary, string Category, DateTimeOffset UpdatedAt);
