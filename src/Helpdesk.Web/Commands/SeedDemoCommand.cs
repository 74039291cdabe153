using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Demo;

namespace Helpdesk.Web.Commands;

/// <summary>Fills an installation with people, tickets and articles to try it with.</summary>
internal static class SeedDemoCommand
{
    public static async Task<int> RunAsync(WebApplication app, TextWriter output, CancellationToken cancellationToken)
    {
        if (app.Environment.IsProduction())
        {
            throw new SettingsException("seed-demo makes accounts that anybody could guess at, so it does not run in Production.");
        }

        await Database.MigrateAsync(app.Services, cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var part in scope.ServiceProvider.GetServices<IDemoData>().OrderBy(part => part.Order))
        {
            foreach (var line in await part.SeedAsync(cancellationToken))
            {
                await output.WriteLineAsync(line);
            }
        }

        return 0;
    }
}
