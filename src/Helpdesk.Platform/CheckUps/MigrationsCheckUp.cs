using System.Data.Common;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.CheckUps;

internal sealed class MigrationsCheckUp(IServiceScopeFactory scopes) : ICheckUp
{
    public string Name => "Migrations";

    public string Affects => "Everything that is newer than the tables.";

    public async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var missing = new List<string>();
            foreach (var schema in scope.ServiceProvider.GetServices<ModuleSchema>())
            {
                var context = (DbContext)scope.ServiceProvider.GetRequiredService(schema.Context);
                var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
                missing.AddRange(pending.Select(migration => $"{schema.Schema}.{migration}"));
            }

            return missing.Count == 0
                ? Finding.Good("Every schema is up to date.")
                : Finding.Broken($"{missing.Count} are not applied yet, the first is {missing[0]}.", "Run the command migrate, or start the helpdesk once.");
        }
        catch (Exception exception) when (exception is DbException or TimeoutException or InvalidOperationException)
        {
            return Finding.Broken("They cannot be read while the database is away.", "Mend the database first.");
        }
    }
}
