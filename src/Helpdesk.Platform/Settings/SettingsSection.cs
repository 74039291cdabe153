using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Settings;

/// <summary>Reads settings. Empty ones count as not set: that is what an empty line in an environment file means.</summary>
internal sealed class SettingsSection(IConfiguration configuration)
{
    public string? this[string key] => configuration[key] is { } text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    public int Number(string key, int standard, int least, int most) =>
        this[key] is not { } text ? standard
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new SettingsException($"{NameOf(key)} is \"{text}\". It must be a whole number from {least} to {most}.");

    public bool Switch(string key, bool standard) =>
        this[key] is not { } text ? standard
        : bool.TryParse(text, out var on) ? on
        : throw new SettingsException($"{NameOf(key)} is \"{text}\". It must be true or false.");

    /// <summary>What it is called in the environment.</summary>
    public static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
