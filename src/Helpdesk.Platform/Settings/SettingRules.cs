namespace Helpdesk.Platform.Settings;

/// <summary>What must be true of several settings together.</summary>
public interface ISettingRule
{
    /// <summary>What is wrong with these settings: whole sentences, each with the setting that it stands beside.</summary>
    IEnumerable<(SettingKey Key, string Sentence)> Broken(SiteSettings wanted);
}

/// <summary>A setting whose change reaches so far that an admin is told in numbers before it holds.</summary>
public interface ISettingConsequence
{
    SettingKey Key { get; }

    /// <summary>What the value would do, in a sentence or two; null when it does no harm.</summary>
    Task<string?> TellAsync(string value, CancellationToken cancellationToken);
}

/// <summary>Who changed a setting last, and when.</summary>
public sealed record SettingChange(DateTimeOffset At, Guid? By);

/// <summary>A value that was asked for; null is back to the standard.</summary>
public sealed record SettingValue(SettingKey Key, string? Value);
