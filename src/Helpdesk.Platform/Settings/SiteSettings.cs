using System.Globalization;

namespace Helpdesk.Platform.Settings;

/// <summary>What an admin chose for the whole site.</summary>
public sealed record SiteSettings
{
    public string Name { get; init; } = "Helpdesk";

    /// <summary>IANA name; the zone for people who did not choose their own.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string Language { get; init; } = "en";

    /// <summary>The first-run steps were finished.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>What was chosen for the keys that modules announced, by key; what the configuration fixes is among them.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public int Value(NumberSetting key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    public bool Value(SwitchSetting key) => Text(key) == "true";

    public string Value(ChoiceSetting key) => Text(key);

    /// <summary>The value in force. What an older version stored and this one does not take counts as not chosen.</summary>
    public string Text(SettingKey key) => Values.TryGetValue(key.Key, out var text) && key.Demand(text) is null ? text : key.Standard;
}

/// <summary>Reads and changes the site's settings; every instance hears of a change at once.</summary>
public interface ISiteSettings
{
    /// <summary>The settings as last read, without asking the database: for what must be shown even when it is down.</summary>
    SiteSettings Known { get; }

    ValueTask<SiteSettings> GetAsync(CancellationToken cancellationToken);

    /// <summary>Whether the configuration fixes it; then it cannot be changed.</summary>
    bool IsFixed(SettingKey key);

    Task ChangeAsync(SiteSettings settings, Guid? changedBy, CancellationToken cancellationToken);

    /// <summary>Changes one announced setting and records it in the audit log. A value that the key does not take, or a fixed key, is an error of the caller.</summary>
    Task ChangeAsync(SettingKey key, string value, Guid? changedBy, CancellationToken cancellationToken);
}
