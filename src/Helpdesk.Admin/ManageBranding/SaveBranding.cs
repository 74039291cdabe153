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
}

/// <summary>Changes how the site looks, on all pages and in all mails at once.</summary>
internal sealed class SaveBrandingHandler(ISiteSettings settings)
{
    public static readonly Refusal.Forbidden AdminsOnly = new("Only administrators change how the site looks.");

    /// <summary>The settings behind the fields of a request.</summary>
    public static readonly IReadOnlyDictionary<string, SettingKey> Keys = new Dictionary<string, SettingKey>
    {
        [nameof(SaveBrandingRequest.Name)] = SiteSettings.NameSetting,
        [nameof(SaveBrandingRequest.Accent)] = BrandKeys.Accent,
        [nameof(SaveBrandingRequest.AccentDark)] = BrandKeys.AccentDark,
        [nameof(SaveBrandingRequest.MailFooter)] = BrandKeys.MailFooter,
        [nameof(SaveBrandingRequest.HomeNotice)] = BrandKeys.HomeNotice,
    };

    public async Task<Outcome<Done>> HandleAsync(SaveBrandingRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return AdminsOnly;
        }

        var site = await settings.GetAsync(cancellationToken);
        var changes = new List<SettingValue>();
        var errors = new Dictionary<string, string[]>();
        foreach (var (field, given) in Given(request))
        {
            var key = Keys[field];
            var text = key.Clean(given);
            if (text == site.Text(key))
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

    private static IEnumerable<(string Field, string Text)> Given(SaveBrandingRequest request)
    {
        foreach (var (field, text) in new[]
        {
            (nameof(request.Name), request.Name),
            (nameof(request.Accent), request.Accent),
            (nameof(request.AccentDark), request.AccentDark),
            (nameof(request.MailFooter), request.MailFooter),
            (nameof(request.HomeNotice), request.HomeNotice),
        })
        {
            if (text is not null)
            {
                yield return (field, text);
            }
        }
    }
}
