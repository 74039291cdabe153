using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>What the search over everything shows of the knowledge base; only what the reader may see.</summary>
public interface IKnowledgeBaseSearch
{
    /// <summary>The best items that hold the words; with <paramref name="isExact"/> the last word is no beginning of one.</summary>
    Task<ItemHits> FindAsync(string words, bool isExact, int limit, CurrentUser reader, CancellationToken cancellationToken);

    /// <summary>What the words may have meant, the likeliest first. It is for the caller to find out what the reader may see of it.</summary>
    Task<IReadOnlyList<string>> MendAsync(string words, CancellationToken cancellationToken);
}

/// <summary>The best of what was found, and how many there are.</summary>
public sealed record ItemHits(IReadOnlyList<ItemHit> Items, int Count)
{
    public static ItemHits None { get; } = new([], 0);
}

/// <summary>An item that was found; title and excerpt as HTML in which nothing but the marks is HTML.</summary>
public sealed record ItemHit(Guid Id, string Title, string TitleHtml, string ExcerptHtml, string Slug, string Category, DateTimeOffset UpdatedAt);
