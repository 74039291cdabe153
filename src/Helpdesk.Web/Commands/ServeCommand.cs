using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Helpdesk.Web.Commands;

/// <summary>Brings the database up to date, then serves until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(WebApplication app)
    {
        PlatformModule.CheckSettings(app.Services);
        await Database.MigrateAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        await AnnounceAsync(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task AnnounceAsync(WebApplication app)
    {
        var address = app.Services.GetRequiredService<AppSettings>().PublicUrl;
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"Helpdesk serves {address} (listening on {string.Join(", ", listening)})");
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<IFirstRun>().CreateLinkAsync(CancellationToken.None) is { } link)
        {
            // On the console, not in the log: whoever started the helpdesk reads this, and logs are kept.
            Console.WriteLine($"There is no administrator yet. Set the helpdesk up here, once: {link}");
        }
    }
}
