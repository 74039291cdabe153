using System.Globalization;

namespace Helpdesk.Platform.Settings;

/// <summary>What an admin chose for the whole site.</summary>
public sealed record SiteSettings
{
    public static readonly TextSetting NameSetting = new("site.name", "Helpdesk", 100) { Label = "Name", IsRequired = true };

    public string Name { get; init; } = NameSetting.Default;

    /// <summary>IANA name; the zone for people who did not choose their own.</summary>
    public string TimeZone { get; init; } = "UTC";

    public string Language { get; init; } = "en";

    /// <summary>The first-run steps were finished.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>What was chosen for the keys that modules announced, by key; what the configuration fixes is among them, and secrets as they are used.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    public int Value(NumberSetting key) => int.Parse(Text(key), CultureInfo.InvariantCulture);

    public bool Value(SwitchSetting key) => Text(key) == "true";

    public string Value(ChoiceSetting key) => Text(key);

    public string Value(TextSetting key) => Text(key);

    public string Value(SecretSetting key) => Text(key);

    /// <summary>The value in force. What an older version stored and this one does not take counts as not chosen.</summary>
    public string Text(SettingKey key) => Chosen(key) ?? key.StandardIn(this);

    /// <summary>What somebody chose, or null.</summary>
    public string? Chosen(SettingKey key) => Values.TryGetValue(key.Key, out var text) && key.Demand(text) is null ? text : null;

    /// <summary>As it would be with these values.</summary>
    public SiteSettings With(IEnumerable<SettingValue> changes)
    {
        var values = new Dictionary<string, string>(Values);
        foreach (var (key, value) in changes)
        {
            if (value is null)
            {
                values.Remove(key.Key);
            }
            else
            {
                values[key.Key] = value;
            }
        }

        return this with { Values = values, Name = values.GetValueOrDefault(NameSetting.Key, NameSetting.Default) };
    }
}

/// <summary>Reads and changes the site's settings; every instance hears of a change at once.</summary>
public interface ISiteSettings
{
    /// <summary>The settings as last read, without asking the database: for what must be shown even when it is down.</summary>
    SiteSettings Known { get; }

    ValueTask<SiteSettings> GetAsync(CancellationToken cancellationToken);

    /// <summary>Whether the configuration fixes it; then it cannot be changed.</summary>
    bool IsFixed(SettingKey key);

    /// <summary>Who changed the settings last, by key; those that nobody changed are not among them.</summary>
    Task<IReadOnlyDictionary<string, SettingChange>> ChangesAsync(CancellationToken cancellationToken);

    Task ChangeAsync(SiteSettings settings, Guid? changedBy, CancellationToken cancellationToken);

    /// <summary>Changes one announced setting and records it in the audit log. A value that the key does not take, or a fixed key, is an error of the caller.</summary>
    Task ChangeAsync(SettingKey key, string value, Guid? changedBy, CancellationToken cancellationToken);

    /// <summary>Changes several of them at once.</summary>
    Task ChangeAsync(IReadOnlyCollection<SettingValue> changes, Guid? changedBy, CancellationToken cancellationToken);
}
