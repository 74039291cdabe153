using System.Globalization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;

namespace Helpdesk.Admin.ShowSettings;

internal sealed record SettingsView(IReadOnlyList<SettingsAreaView> Areas, FilePlaceView Files);

internal sealed record SettingsAreaView(string Area, string Name, string About, IReadOnlyList<SettingView> Settings);

internal enum SettingKind
{
    Number,
    Switch,
    Choice,
    Text,
    Secret,
}

/// <summary>A setting with what holds now. Value and Default are numbers, truth values or texts by the kind; of a secret it is told only whether there is one.</summary>
internal sealed record SettingView
{
    public required string Key { get; init; }

    public required string Label { get; init; }

    public required string Help { get; init; }

    public required SettingKind Kind { get; init; }

    public required object? Value { get; init; }

    public required object? Default { get; init; }

    /// <summary>Somebody chose it, here or in the environment.</summary>
    public required bool IsSet { get; init; }

    public string? Unit { get; init; }

    public int? Least { get; init; }

    public int? Most { get; init; }

    /// <summary>Characters of a text.</summary>
    public int? Longest { get; init; }

    public IReadOnlyList<SettingChoice>? Choices { get; init; }

    /// <summary>The variable of the environment that fixes it; then it cannot be changed here.</summary>
    public string? FixedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public SettingActorView? ChangedBy { get; init; }
}

internal sealed record SettingActorView(Guid Id, string Name);

/// <summary>Shows an admin what can be chosen, what holds, and who chose it.</summary>
internal sealed class ShowSettingsHandler(IEnumerable<SettingKey> keys, ISiteSettings settings, IFileTrial files, IUserDirectory people)
{
    public async Task<Outcome<SettingsView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var site = await settings.GetAsync(cancellationToken);
        var changes = await settings.ChangesAsync(cancellationToken);
        var names = await people.FindAsync([.. changes.Values.Select(change => change.By).OfType<Guid>().Distinct()], cancellationToken);
        var areas = keys.Where(key => key.Area is not null).GroupBy(key => key.Area!).OrderBy(area => area.Key.Order)
            .Select(area => new SettingsAreaView(area.Key.Slug, area.Key.Name, area.Key.About, [.. area.Select(key => Of(key, site, changes, names))]));
        return new SettingsView([.. areas], files.Place);
    }

    private SettingView Of(
        SettingKey key, SiteSettings site, IReadOnlyDictionary<string, SettingChange> changes, IReadOnlyDictionary<Guid, UserCard> names)
    {
        var isFixed = settings.IsFixed(key);
        var change = isFixed ? null : changes.GetValueOrDefault(key.Key);
        var view = new SettingView
        {
            Key = key.Key,
            Label = key.Label,
            Help = key.Help,
            Kind = KindOf(key),
            Value = Typed(key, site.Text(key)),
            Default = Typed(key, key.StandardIn(site)),
            IsSet = site.Chosen(key) is not null,
            FixedBy = isFixed ? key.EnvironmentName : null,
            ChangedAt = change?.At,
            ChangedBy = change?.By is { } by ? new SettingActorView(by, names.TryGetValue(by, out var card) ? card.Name : UserCard.FormerUser) : null,
        };
        return key switch
        {
            NumberSetting number => view with { Unit = number.Unit, Least = number.Least, Most = number.Most },
            ChoiceSetting choice => view with { Choices = choice.Choices },
            TextSetting text => view with { Longest = text.Longest },
            SecretSetting => view with { Longest = SecretSetting.Longest },
            _ => view,
        };
    }

    private static SettingKind KindOf(SettingKey key) => key switch
    {
        NumberSetting => SettingKind.Number,
        SwitchSetting => SettingKind.Switch,
        ChoiceSetting => SettingKind.Choice,
        SecretSetting => SettingKind.Secret,
        _ => SettingKind.Text,
    };

    private static object? Typed(SettingKey key, string text) => key switch
    {
        NumberSetting => int.Parse(text, CultureInfo.InvariantCulture),
        SwitchSetting => text == "true",
        SecretSetting => null,
        _ => text,
    };
}
