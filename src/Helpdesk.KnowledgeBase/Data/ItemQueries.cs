using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.Data;

internal static class ItemQueries
{
    private const string LikeEscape = "\\";

    /// <summary>
    /// Employees read what is published, or was and is archived, for everyone; drafts and internal items are not there for them.
    /// What lies in the bin is there for nobody.
    /// </summary>
    public static IQueryable<Item> VisibleTo(this IQueryable<Item> items, CurrentUser user) =>
        user.IsStaff ? items.Where(item => item.DeletedAt == null) : items.ForEveryone();

    /// <summary>What every employee can open.</summary>
    public static IQueryable<Item> ForEveryone(this IQueryable<Item> items) =>
        items.Where(item => item.DeletedAt == null && item.Status != ItemStatus.Draft && item.Visibility == Visibility.Everyone);

    /// <summary>What a reader finds in lists and searches.</summary>
    public static IQueryable<Item> Published(this IQueryable<Item> items) => items.Where(item => item.Status == ItemStatus.Published);

    /// <summary>What its owner was to read again by now; what is out of date anyway is not.</summary>
    public static IQueryable<Item> DueForReview(this IQueryable<Item> items, DateOnly today) =>
        items.Where(item => item.ReviewBy <= today && item.Status != ItemStatus.Archived);

    /// <summary>Those whose title has the text in it, in any case of letters.</summary>
    public static IQueryable<Item> TitleHolding(this IQueryable<Item> items, string text)
    {
        var part = LikePart(text);
        return items.Where(item => EF.Functions.ILike(item.Title, part, LikeEscape));
    }

    /// <summary>Those whose title has the text in it, or whose words are those that are asked for.</summary>
    public static IQueryable<Item> Holding(this IQueryable<Item> items, string text)
    {
        var part = LikePart(text);
        return items.Where(item =>
            EF.Functions.ILike(item.Title, part, LikeEscape)
            || EF.Property<NpgsqlTsVector>(item, ItemSearch.Column).Matches(EF.Functions.WebSearchToTsQuery(WordLanguage.Configuration, text)));
    }

    private static string LikePart(string text) =>
        $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
