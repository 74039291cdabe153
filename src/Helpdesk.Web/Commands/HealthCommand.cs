using Helpdesk.Platform;

namespace Helpdesk.Web.Commands;

/// <summary>Asks the instance on this machine whether it lives; for containers, whose image has no tool for it.</summary>
internal static class HealthCommand
{
    public static async Task<int> RunAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await http.GetAsync(AddressIn(configuration), cancellationToken);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }

    // The server listens on every address of the container ("*", "+", "0.0.0.0"); it is asked on the loopback one.
    private static Uri AddressIn(IConfiguration configuration)
    {
        var port = 8080;
        if (configuration["http_ports"] is { Length: > 0 } ports && int.TryParse(ports.Split(';')[0], out var first))
        {
            port = first;
        }

        if (configuration["urls"] is { Length: > 0 } urls)
        {
            var url = BindingAddress.Parse(urls.Split(';')[0]);
            port = url.Port;
        }

        return port is > 0 and < 65_536
            ? new Uri($"http://127.0.0.1:{port}/health/live")
            : throw new SettingsException("ASPNETCORE_URLS names no port.");
    }
}
