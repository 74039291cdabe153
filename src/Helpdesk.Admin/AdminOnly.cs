using Helpdesk.Platform;

namespace Helpdesk.Admin;

/// <summary>What everything here begins with.</summary>
internal static class AdminOnly
{
    public static Refusal.Forbidden? Refuse(CurrentUser user) => user.IsAdmin ? null : new Refusal.Forbidden("Only administrators may do this.");
}
