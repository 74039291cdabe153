using Npgsql;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>Tells a database that is away for a moment from a fault of ours.</summary>
internal static class DatabaseTrouble
{
    public static bool IsAway(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException { IsTransient: true }
                or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow })
            {
                return true;
            }
        }

        return false;
    }
}
