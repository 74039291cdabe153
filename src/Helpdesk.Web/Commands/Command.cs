using Helpdesk.Platform;
using Helpdesk.Platform.Data;

namespace Helpdesk.Web.Commands;

/// <summary>The application's own command line: the first word chooses, none means serve.</summary>
internal static class Command
{
    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        switch (args.FirstOrDefault(arg => !arg.StartsWith('-')) ?? "serve")
        {
            case "serve":
                await Database.MigrateAsync(app.Services, CancellationToken.None);
                await app.RunAsync();
                return 0;
            case "migrate":
                await Database.MigrateAsync(app.Services, CancellationToken.None);
                return 0;
            case var unknown:
                throw new SettingsException($"There is no command \"{unknown}\". Commands: serve, migrate, seed-demo, create-admin, doctor, health.");
        }
    }
}
