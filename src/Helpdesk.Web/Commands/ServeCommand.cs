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
        await Database.MigrateAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        Announce(app);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void Announce(WebApplication app)
    {
        var address = app.Services.GetRequiredService<AppSettings>().PublicUrl;
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine($"Helpdesk serves {address} (listening on {string.Join(", ", listening)})");
    }
}
