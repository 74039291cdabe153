using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Http;

/// <summary>Which hosts are answered and how much one caller may ask (App:AllowedHosts, section "Limits").</summary>
internal sealed record HttpSettings
{
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    public required int ApiPerMinute { get; init; }

    /// <summary>Permits of hard limits that the operator changed, by the limit's name.</summary>
    public required IReadOnlyDictionary<string, int> HardLimits { get; init; }

    public static HttpSettings From(IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits").GetChildren()
            .ToDictionary(entry => entry.Key, entry => Permits(entry.Key, entry.Value), StringComparer.OrdinalIgnoreCase);
        return new HttpSettings
        {
            AllowedHosts = (configuration["App:AllowedHosts"] ?? "")
                .Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            ApiPerMinute = limits.GetValueOrDefault("ApiPerMinute", 600),
            HardLimits = limits,
        };
    }

    private static int Permits(string name, string? text) =>
        int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var permits) && permits > 0
            ? permits
            : throw new SettingsException($"Limits__{name} is \"{text}\". It must be a whole number above 0.");
}
