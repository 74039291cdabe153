using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.Data;

/// <summary>The full-text columns of items; kept by the database.</summary>
internal static class ItemSearch
{
    /// <summary>All words, weighted by where they stand.</summary>
    public const string Column = "SearchWords";

    /// <summary>The words of title and summary alone: small enough to be looked at in thousands of items.</summary>
    public const string HeadColumn = "HeadWords";

    /// <summary>Where the words of published items are gathered.</summary>
    public const string KnownWords = "kb.known_words";

    public static IQueryable<Item> Holding(this IQueryable<Item> items, NpgsqlTsQuery query) =>
        items.Where(item => EF.Property<NpgsqlTsVector>(item, Column).Matches(query));
}
