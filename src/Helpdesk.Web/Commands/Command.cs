using Helpdesk.Platform;
using Helpdesk.Platform.Data;

namespace Helpdesk.Web.Commands;

/// <summary>The application's own command line: the first word chooses, none means serve.</summary>
internal static class Command
{
    private const string Names = "serve, migrate, seed-demo, create-admin, files, doctor, health";

    public static async Task<int> RunAsync(WebApplication app, string[] args)
    {
        switch (NameIn(args))
        {
            case "serve":
                return await ServeCommand.RunAsync(app);
            case "migrate":
                await Database.MigrateAsync(app.Services, CancellationToken.None);
                return 0;
            case "seed-demo":
                return await SeedDemoCommand.RunAsync(app, Console.Out, CancellationToken.None);
            case "create-admin":
                return await CreateAdminCommand.RunAsync(app.Services, args, Console.In, Console.Out, CancellationToken.None);
            case "files":
                return await FilesCommand.RunAsync(app.Services, args, Console.Out, CancellationToken.None);
            case "doctor":
                return await DoctorCommand.RunAsync(app, Console.Out, CancellationToken.None);
            case "health":
                return await HealthCommand.RunAsync(app.Configuration, CancellationToken.None);
            case var unknown:
                throw new SettingsException($"There is no command \"{unknown}\". Commands: {Names}.");
        }
    }

    // Options such as --urls belong to the host's configuration; a command's own options come after its name.
    private static string NameIn(string[] args) => args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "serve";
}
