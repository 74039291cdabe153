using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Has the database fail as it does when it must choose whom to let go on.</summary>
internal static class DatabaseTrouble
{
    /// <summary>The first such statement ends as a deadlock does. A sequence remembers it, because no rollback turns it back.</summary>
    public static async Task DeadlockOnceAsync(this Site site, string before, string when)
    {
        var name = $"trouble_{Guid.NewGuid():N}";
        var sql =
            $"""
            create sequence {name};
            create function {name}() returns trigger language plpgsql as $$
            begin
                if nextval('{name}') = 1 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
                return new;
            end $$;
            create trigger {name} before {before} for each row when ({when}) execute function {name}();
            """;
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlRawAsync(sql));
    }
}
