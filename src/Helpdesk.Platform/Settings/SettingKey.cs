using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Settings;

/// <summary>
/// A value that admins change while the helpdesk runs, such as "auth.session-hours". The configuration may fix it
/// (Auth__SessionHours); then it cannot be changed on a page.
/// </summary>
public abstract record SettingKey(string Key)
{
    /// <summary>The configuration key that fixes the value, such as Auth:SessionHours.</summary>
    public string ConfigurationKey => string.Join(':', Key.Split('.').Select(part =>
        string.Concat(part.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))));

    /// <summary>As an operator writes it in the environment.</summary>
    public string EnvironmentName => ConfigurationKey.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>The value when nobody chose one, as text.</summary>
    public abstract string Standard { get; }

    /// <summary>What is wrong with a value, as the end of a sentence that begins with "It must be"; null when it may be used.</summary>
    public abstract string? Demand(string text);
}

/// <summary>A whole number within bounds.</summary>
public sealed record NumberSetting(string Key, int Default, int Least, int Most) : SettingKey(Key)
{
    public override string Standard => Default.ToString(CultureInfo.InvariantCulture);

    public override string? Demand(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most
            ? null
            : $"a whole number from {Least} to {Most}";
}

/// <summary>On or off, stored as true or false.</summary>
public sealed record SwitchSetting(string Key, bool Default) : SettingKey(Key)
{
    public override string Standard => Default ? "true" : "false";

    public override string? Demand(string text) => text is "true" or "false" ? null : "true or false";
}

/// <summary>One of some words.</summary>
public sealed record ChoiceSetting(string Key, string Default, IReadOnlyList<string> Choices) : SettingKey(Key)
{
    public override string Standard => Default;

    public override string? Demand(string text) =>
        Choices.Contains(text, StringComparer.Ordinal) ? null : $"one of {string.Join(", ", Choices)}";
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
