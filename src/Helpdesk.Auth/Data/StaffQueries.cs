using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Data;

internal static class StaffQueries
{
    /// <summary>Agents and admins who may sign in.</summary>
    public static IQueryable<User> ActiveStaff(this IQueryable<User> users) =>
        users.Where(user => user.Role > Role.Employee && user.DeactivatedAt == null);
}
