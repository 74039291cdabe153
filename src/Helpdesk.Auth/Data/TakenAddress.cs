using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Auth.Data;

internal static class TakenAddress
{
    /// <summary>The save failed because another account has the address; the user name is the address too.</summary>
    public static bool IsTakenAddress(this DbUpdateException exception) =>
        exception.InnerException is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation,
            ConstraintName: "ux_users_email" or "user_name_index" or "pk_users",
        };
}
