using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Settings;

/// <summary>The values that the configuration fixes; a wrong one ends the start.</summary>
internal sealed class FixedSettings
{
    public FixedSettings(IEnumerable<SettingKey> keys, IConfiguration configuration)
    {
        foreach (var key in keys)
        {
            if (configuration[key.ConfigurationKey] is not { Length: > 0 } text)
            {
                continue;
            }

            if (key.Demand(text) is { } demand)
            {
                throw new SettingsException($"{key.EnvironmentName} is \"{text}\". It must be {demand}.");
            }

            Values[key.Key] = text;
        }
    }

    public Dictionary<string, string> Values { get; } = [];
}
