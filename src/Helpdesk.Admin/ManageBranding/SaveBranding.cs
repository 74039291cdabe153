using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Admin.ManageBranding;

/// <summary>What is not named stays; an empty text is back to the default.</summary>
internal sealed record SaveBrandingRequest
{
    public string? Name { get; init; }

    public string? Accent { get; init; }

    public string? AccentDark { get; init; }

    public string? MailFooter { get; init; }

    public string? HomeNotice { get; init; }

    /// <summary>What is named, by its field.</summary>
    internal IEnumerable<(string Field, string Text)> Texts()
    {
        foreach (var (field, text) in new[]
        {
            (nameof(Name), Name),
            (nameof(Accent), Accent),
            (nameof(AccentDark), AccentDark),
            (nameof(MailFooter), MailFooter),
            (nameof(HomeNotice), HomeNotice),
        })
        {
            if (text is not null)
            {
                yield return (field, text);
            }
        }
    }
}

/// <summary>Changes how the site looks, on all pages and in all mails at once.</summary>
internal sealed class SaveBrandingHandler(ISiteSettings settings)
{
    /// <summary>The settings behind the fields of a request.</summary>
    public static readonly IReadOnlyDictionary<string, SettingKey> Keys = new Dictionary<string, SettingKey>
    {
        [nameof(SaveBrandingRequest.Name)] = SiteSettings.NameSetting,
        [nameof(SaveBrandingRequest.Accent)] = BrandKeys.Accent,
        [nameof(SaveBrandingRequest.AccentDark)] = BrandKeys.AccentDark,
        [nameof(SaveBrandingRequest.MailFooter)] = BrandKeys.MailFooter,
        [nameof(SaveBrandingRequest.HomeNotice)] = BrandKeys.HomeNotice,
    };

    public Task<Outcome<Done>> HandleAsync(SaveBrandingRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        HandleAsync(request, new SaveBrandingRequest(), user, cancellationToken);

    /// <summary>What is as it was seen is not changed: it may be older than what somebody else chose.</summary>
    public async Task<Outcome<Done>> HandleAsync(
        SaveBrandingRequest request, SaveBrandingRequest seen, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var site = await settings.GetAsync(cancellationToken);
        var changes = new List<SettingValue>();
        var errors = new Dictionary<string, string[]>();
        var before = seen.Texts().ToDictionary();
        foreach (var (field, given) in request.Texts())
        {
            var key = Keys[field];
            var text = key.Clean(given);
            if (text == site.Text(key) || (before.TryGetValue(field, out var old) && text == key.Clean(old)))
            {
                continue;
            }

            if (settings.IsFixed(key))
            {
                errors[field] = [$"{key.EnvironmentName} in the environment fixes it. Change it there."];
            }
            else if (text.Length > 0 && key.Demand(text) is { } demand)
            {
                errors[field] = [$"Enter {demand}."];
            }
            else
            {
                changes.Add(new SettingValue(key, text.Length == 0 ? null : text));
            }
        }

        if (errors.Count > 0)
        {
            return new Refusal.Invalid(errors);
        }

        if (changes.Count > 0)
        {
            await settings.ChangeAsync(changes, user.Id, cancellationToken);
        }

        return Done.It;
    }
}
