using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Settings;

/// <summary>
/// A value that admins change while the helpdesk runs, such as "auth.session-hours". The configuration may fix it
/// (Auth__SessionHours); then it cannot be changed on a page.
/// </summary>
public abstract record SettingKey(string Key)
{
    /// <summary>The page that it stands on; null for what is chosen elsewhere.</summary>
    public SettingArea? Area { get; init; }

    public string Label { get; init; } = "";

    /// <summary>What it does, in a sentence or two.</summary>
    public string Help { get; init; } = "";

    /// <summary>What the value could still be asked for; null when it may be used, else as <see cref="Demand"/> says it.</summary>
    public Func<string, string?>? Also { get; init; }

    /// <summary>The configuration key that fixes the value, such as Auth:SessionHours.</summary>
    public string ConfigurationKey => string.Join(':', Key.Split('.').Select(part =>
        string.Concat(part.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))));

    /// <summary>As an operator writes it in the environment.</summary>
    public string EnvironmentName => ConfigurationKey.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The value when nobody chose one, as text.</summary>
    public abstract string Standard { get; }

    /// <summary>A standard that goes by what was chosen for others; null is <see cref="Standard"/>.</summary>
    public Func<SiteSettings, string?>? Follows { get; init; }

    /// <summary>The value that holds with these settings when nobody chose one.</summary>
    public string StandardIn(SiteSettings site) => Follows?.Invoke(site) ?? Standard;

    /// <summary>The text as it is stored.</summary>
    public virtual string Clean(string text) => text.Trim();

    /// <summary>What is wrong with a cleaned value, as the end of a sentence that begins with "It must be"; null when it may be used.</summary>
    public string? Demand(string text) => DemandOfKind(text) ?? Also?.Invoke(text);

    protected abstract string? DemandOfKind(string text);
}

/// <summary>A whole number within bounds.</summary>
public sealed record NumberSetting(string Key, int Default, int Least, int Most) : SettingKey(Key)
{
    /// <summary>What is counted, such as "days".</summary>
    public string Unit { get; init; } = "";

    public override string Standard => Default.ToString(CultureInfo.InvariantCulture);

    protected override string? DemandOfKind(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? null
            : $"a whole number from {Least} to {Most}";
}

/// <summary>On or off, stored as true or false.</summary>
public sealed record SwitchSetting(string Key, bool Default) : SettingKey(Key)
{
    public override string Standard => Default ? "true" : "false";

    public override string Clean(string text) => text.Trim().ToLowerInvariant();

    protected override string? DemandOfKind(string text) => text is "true" or "false" ? null : "true or false";
}

/// <summary>One of some words.</summary>
public sealed record ChoiceSetting(string Key, string Default, IReadOnlyList<SettingChoice> Choices) : SettingKey(Key)
{
    public override string Standard => Default;

    public string NameOf(string value) => Choices.FirstOrDefault(choice => choice.Value == value)?.Name ?? value;

    protected override string? DemandOfKind(string text) =>
        Choices.Any(choice => choice.Value == text) ? null
        : Choices.Count == 2 ? $"{Choices[0].Value} or {Choices[1].Value}"
        : $"one of {string.Join(", ", Choices.Select(choice => choice.Value))}";
}

/// <summary>A word that may be chosen, and how it is called on pages.</summary>
public sealed record SettingChoice(string Value, string Name);

/// <summary>A text; empty is nothing.</summary>
public sealed record TextSetting(string Key, string Default, int Longest) : SettingKey(Key)
{
    /// <summary>It may have several lines.</summary>
    public bool IsLong { get; init; }

    public bool IsRequired { get; init; }

    public override string Standard => Default;

    public override string Clean(string text) => text.ReplaceLineEndings("\n").Trim();

    protected override string? DemandOfKind(string text) =>
        IsRequired && text.Length == 0 ? "a text"
        : text.Length > Longest ? $"a text of up to {Longest} characters"
        : text.Any(character => char.IsControl(character) && !(IsLong && character == '\n')) ? IsLong ? "a text without control characters" : "one line"
        : null;
}

/// <summary>A password of ours: stored encrypted, never shown again and never written to a log.</summary>
public sealed record SecretSetting(string Key) : SettingKey(Key)
{
    public const int Longest = 500;

    /// <summary>What it was given for. When one of these changes it is asked for again: else it could be sent to whoever is named.</summary>
    public IReadOnlyList<SettingKey> For { get; init; } = [];

    public override string Standard => "";

    protected override string? DemandOfKind(string text) =>
        text.Length > Longest || text.Any(char.IsControl) ? $"one line of up to {Longest} characters" : null;
}

/// <summary>How modules announce their settings, so that a wrong one ends the start and pages can list them all.</summary>
public static class SettingKeys
{
    public static IServiceCollection AddSettings(this IServiceCollection services, params IReadOnlyList<SettingKey> keys)
    {
        foreach (var key in keys)
        {
            services.AddSingleton(key);
        }

        return services;
    }
}
