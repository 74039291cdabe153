using Helpdesk.Platform;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Admin.SaveSettings;

internal sealed record SaveSettingsRequest
{
    /// <summary>By key, as text; null is back to the default. What is not named stays.</summary>
    public required IReadOnlyDictionary<string, string?> Values { get; init; }

    /// <summary>The consequences were read.</summary>
    public bool Confirmed { get; init; }
}

/// <summary>Changes several settings, all or none. Those that reach far are changed once an admin has read what they do.</summary>
internal sealed class SaveSettingsHandler(
    IEnumerable<SettingKey> keys, IEnumerable<ISettingRule> rules, IEnumerable<ISettingConsequence> consequences, ISiteSettings settings)
{
    public async Task<Outcome<Done>> HandleAsync(SaveSettingsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var site = await settings.GetAsync(cancellationToken);
        var (changes, errors) = Read(request.Values, site);
        AddSecretsToAskFor(changes, site, errors);
        if (errors.Count > 0)
        {
            return new Refusal.Invalid(errors);
        }

        var wanted = site.With(changes);
        if (Broken(changes, wanted) is { Count: > 0 } broken)
        {
            return new Refusal.Invalid(broken);
        }

        if (!request.Confirmed && await ConsequencesAsync(changes, wanted, cancellationToken) is { Length: > 0 } told)
        {
            return new Refusal.Conflict(told);
        }

        if (changes.Count > 0)
        {
            await settings.ChangeAsync(changes, user.Id, cancellationToken);
        }

        return Done.It;
    }

    private (List<SettingValue> Changes, Dictionary<string, string[]> Errors) Read(IReadOnlyDictionary<string, string?> values, SiteSettings site)
    {
        var known = keys.Where(key => key.Area is not null).ToDictionary(key => key.Key);
        var changes = new List<SettingValue>();
        var errors = new Dictionary<string, string[]>();
        foreach (var (name, given) in values)
        {
            if (!known.TryGetValue(name, out var key))
            {
                errors[name] = ["There is no such setting."];
                continue;
            }

            var text = given is null ? null : key.Clean(given);
            if (IsSame(key, text, site))
            {
                continue;
            }

            if (settings.IsFixed(key))
            {
                errors[name] = [$"{key.EnvironmentName} in the environment fixes it. Change it there."];
            }
            else if (text is not null && key.Demand(text) is { } demand)
            {
                errors[name] = [$"Enter {demand}."];
            }
            else
            {
                changes.Add(new SettingValue(key, text));
            }
        }

        return (changes, errors);
    }

    // A form sends all that it shows; what nobody touched is not chosen by that.
    private static bool IsSame(SettingKey key, string? text, SiteSettings site) =>
        text is null ? site.Chosen(key) is null : key is not SecretSetting && text == site.Text(key);

    private void AddSecretsToAskFor(List<SettingValue> changes, SiteSettings site, Dictionary<string, string[]> errors)
    {
        var changed = changes.Select(change => change.Key).ToHashSet();
        foreach (var secret in keys.OfType<SecretSetting>().Where(secret => site.Value(secret).Length > 0 && !changed.Contains(secret) && secret.For.Any(changed.Contains)))
        {
            errors[secret.Key] =
            [
                settings.IsFixed(secret)
                    ? $"{secret.EnvironmentName} in the environment is for the server as it is. Change both there."
                    : "Enter it again: it was given for the server as it is.",
            ];
        }
    }

    /// <summary>What was wrong before elsewhere stands in nobody's way.</summary>
    private Dictionary<string, string[]> Broken(List<SettingValue> changes, SiteSettings wanted)
    {
        var areas = changes.Select(change => change.Key.Area).ToHashSet();
        return rules.SelectMany(rule => rule.Broken(wanted)).Where(broken => areas.Contains(broken.Key.Area))
            .GroupBy(broken => broken.Key.Key)
            .ToDictionary(group => group.Key, group => group.Select(broken => broken.Sentence).ToArray());
    }

    private async Task<string> ConsequencesAsync(List<SettingValue> changes, SiteSettings wanted, CancellationToken cancellationToken)
    {
        var told = new List<string>();
        foreach (var consequence in consequences.Where(consequence => changes.Any(change => change.Key == consequence.Key)))
        {
            if (await consequence.TellAsync(wanted.Text(consequence.Key), cancellationToken) is { } sentence)
            {
                told.Add(sentence);
            }
        }

        return string.Join(' ', told);
    }
}
