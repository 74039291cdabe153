using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Data;

internal static class ItemQueries
{
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
}
