using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

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

    /// <summary>Administrators take away what they like, whoever owns it.</summary>
    public static IQueryable<T> RemovableBy<T>(this IQueryable<T> kept, CurrentUser user)
        where T : class, IKept =>
        user.IsAdmin ? kept : kept.ChangeableBy(user);

    /// <summary>What a person is offered, in the order of the house.</summary>
    public static IOrderedQueryable<T> OfferedTo<T>(this IQueryable<T> kept, Guid userId, Guid[] teamIds)
        where T : class, IKept =>
        kept.UsableBy(userId, teamIds).Where(each => !each.IsHidden).OrderBy(each => each.Position).ThenBy(each => each.Name).ThenBy(each => each.Id);

    /// <summary>Where a new one stands: with the last.</summary>
    public static async Task<int> LastPositionAsync<T>(this IQueryable<T> kept, CancellationToken cancellationToken)
        where T : class, IKept =>
        await kept.MaxAsync(each => (int?)each.Position, cancellationToken) ?? 0;

    /// <summary>What nobody else may use.</summary>
    public static IQueryable<T> OnlyOf<T>(this IQueryable<T> kept, Guid userId)
        where T : class, IShared =>
        kept.Where(each => each.OwnerId == userId && each.Sharing == Sharing.Own);
}
