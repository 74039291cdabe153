using System.Globalization;
using Helpdesk.Platform;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Auth.ExportData;

/// <summary>How archives of people's data are made (section "Exports").</summary>
internal sealed record ExportSettings
{
    /// <summary>Each piece that is written renews it; an instance that is silent for so long counts as dead.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How often is looked whether something waits, should the signal of it be lost.</summary>
    public required TimeSpan Poll { get; init; }

    public static ExportSettings From(IConfiguration configuration) => new()
    {
        Lease = Seconds(configuration, "LeaseSeconds", 300),
        Poll = Seconds(configuration, "PollSeconds", 30),
    };

    private static TimeSpan Seconds(IConfiguration configuration, string name, int standard) => configuration[$"Exports:{name}"] switch
    {
        null or "" => TimeSpan.FromSeconds(standard),
        var text when int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 => TimeSpan.FromSeconds(seconds),
        var text => throw new SettingsException($"Exports__{name} is \"{text}\". It must be a whole number of seconds above 0."),
    };
}
