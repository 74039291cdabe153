using System.Globalization;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Auth;

/// <summary>Who may make an account (section "Auth").</summary>
internal sealed record AuthSettings
{
    public required SignUpRule SignUp { get; init; }

    /// <summary>Without "@", in small ASCII letters; empty unless sign-up is limited to them.</summary>
    public required IReadOnlyList<string> AllowedDomains { get; init; }

    /// <summary>Off only where everybody who can reach the site is trusted: then sign-up tells which addresses have an account.</summary>
    public required bool RequireVerifiedEmail { get; init; }

    /// <summary>From one network; many people may share it.</summary>
    public required int SignUpsPerHour { get; init; }

    public static AuthSettings From(IConfiguration configuration)
    {
        var domains = Domains(configuration["Auth:AllowedDomains"]).ToList();
        var signUp = configuration["Auth:SignUp"] switch
        {
            null or "" => domains.Count > 0 ? SignUpRule.ListedDomains : SignUpRule.Open,
            "open" => SignUpRule.Open,
            "domains" => SignUpRule.ListedDomains,
            "off" => SignUpRule.Off,
            var other => throw new SettingsException($"Auth__SignUp is \"{other}\". It must be open, domains or off."),
        };
        if (signUp == SignUpRule.ListedDomains && domains.Count == 0)
        {
            throw new SettingsException("Auth__SignUp is \"domains\", but Auth__AllowedDomains lists none. Give them parted by commas, such as example.com,example.org.");
        }

        return new AuthSettings
        {
            SignUp = signUp,
            AllowedDomains = signUp == SignUpRule.ListedDomains ? domains : [],
            RequireVerifiedEmail = configuration["Auth:RequireVerifiedEmail"] switch
            {
                null or "" => true,
                var text when bool.TryParse(text, out var isRequired) => isRequired,
                var text => throw new SettingsException($"Auth__RequireVerifiedEmail is \"{text}\". It must be true or false."),
            },
            SignUpsPerHour = configuration["Limits:SignUp"] switch
            {
                null or "" => 60,
                var text when int.TryParse(text, CultureInfo.InvariantCulture, out var permits) && permits > 0 => permits,
                var text => throw new SettingsException($"Limits__SignUp is \"{text}\". It must be a whole number above 0."),
            },
        };
    }

    /// <summary>The sentence that names the allowed domains, or null when every address may sign up.</summary>
    public string? AllowedAddresses => AllowedDomains.Count == 0 ? null
        : $"Use your {string.Join(" or ", AllowedDomains.Select(domain => "@" + domain))} address.";

    public bool Allows(string email) =>
        AllowedDomains.Count == 0 || AllowedDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.Ordinal);

    private static IEnumerable<string> Domains(string? text)
    {
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            yield return EmailAddress.Domain(part.TrimStart('@'))
                ?? throw new SettingsException($"Auth__AllowedDomains holds \"{part}\". It must be a list of e-mail domains, parted by commas.");
        }
    }
}

internal enum SignUpRule
{
    Open,
    ListedDomains,
    Off,
}
