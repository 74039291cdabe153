using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Settings;

/// <summary>The values that the configuration fixes; a wrong one ends the start.</summary>
internal sealed class FixedSettings
{
    public FixedSettings(IEnumerable<SettingKey> keys, IConfiguration configuration)
    {
        var section = new SettingsSection(configuration);
        foreach (var key in keys)
        {
            if (section[key.ConfigurationKey] is not { } given)
            {
                continue;
            }

            var text = key.Clean(given);
            if (key.Demand(text) is { } demand)
            {
                var told = key is SecretSetting ? "cannot be used" : $"is \"{text}\"";
                throw new SettingsException($"{key.EnvironmentName} {told}. It must be {demand}.");
            }

            Values[key.Key] = text;
        }
    }

    public Dictionary<string, string> Values { get; } = [];
}
