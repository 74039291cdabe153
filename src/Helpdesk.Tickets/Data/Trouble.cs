using System.Data.Common;

namespace Helpdesk.Tickets.Data;

/// <summary>Tells a fault of the moment from one that will come again.</summary>
internal static class Trouble
{
    /// <summary>The database would do it the next time: two got in each other's way, or it was out of reach. EF wraps such a fault once or twice.</summary>
    public static bool IsTransient(this Exception exception) =>
        exception is DbException { IsTransient: true } || exception.InnerException?.IsTransient() == true;
}
