using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform;

/// <summary>Where the helpdesk is reached and which proxies may speak for their callers (section "App").</summary>
public sealed record AppSettings
{
    /// <summary>The address that people use; every link that leaves the house is made from it.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Addresses of reverse proxies whose X-Forwarded-* headers are believed.</summary>
    public required IReadOnlyList<System.Net.IPAddress> TrustedProxies { get; init; }

    public static AppSettings From(IConfiguration configuration)
    {
        var text = configuration["App:PublicUrl"] ?? "http://localhost:8080";
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/")
        {
            throw new SettingsException($"App__PublicUrl is \"{text}\". It must be the site's address without a path, such as https://help.example.com.");
        }

        return new AppSettings { PublicUrl = url, TrustedProxies = [.. Proxies(configuration["App:TrustedProxies"])] };
    }

    private static IEnumerable<System.Net.IPAddress> Proxies(string? text)
    {
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return System.Net.IPAddress.TryParse(part, out var address)
                ? address
                : throw new SettingsException($"App__TrustedProxies holds \"{part}\". It must be a list of IP addresses, parted by commas.");
        }
    }
}
