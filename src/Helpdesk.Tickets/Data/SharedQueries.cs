using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Data;

/// <summary>Who may use and who may change what somebody keeps.</summary>
internal static class SharedQueries
{
    public static IQueryable<T> UsableBy<T>(this IQueryable<T> kept, Guid userId, Guid[] teamIds)
        where T : class, IShared =>
        kept.Where(each => each.OwnerId == userId || each.Sharing == Sharing.Everybody || (each.Sharing == Sharing.Team && teamIds.Contains(each.TeamId!.Value)));

    /// <summary>One's own; what is shared also by administrators.</summary>
    public static IQueryable<T> ChangeableBy<T>(this IQueryable<T> kept, CurrentUser user)
        where T : class, IShared
    {
        var (id, isAdmin) = (user.Id, user.IsAdmin);
        return kept.Where(each => each.OwnerId == id || (isAdmin && each.Sharing != Sharing.Own));
    }

    /// <summary>What nobody else may use.</summary>
    public static IQueryable<T> OnlyOf<T>(this IQueryable<T> kept, Guid userId)
        where T : class, IShared =>
        kept.Where(each => each.OwnerId == userId && each.Sharing == Sharing.Own);
}
