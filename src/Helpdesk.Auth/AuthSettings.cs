using Helpdesk.Auth.Model;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Auth;

/// <summary>Who may make an account, as admins chose.</summary>
internal sealed record AuthSettings
{
    public static readonly TextSetting Domains = new("auth.allowed-domains", "", 2_000)
    {
        Area = SettingArea.SignIn,
        Label = "Domains that may sign up",
        Help = "E-mail domains, parted by commas, such as example.com,example.org. They count with “Listed domains”.",
        Also = text => DomainsIn(text).Contains(null) ? "a list of e-mail domains, parted by commas" : null,
    };

    public static readonly ChoiceSetting Rule = new("auth.sign-up", "open", [new("open", "Everybody"), new("domains", "Listed domains"), new("off", "Nobody")])
    {
        Area = SettingArea.SignIn,
        Label = "Who may sign up",
        Help = "Invitations work in any case.",
        Follows = site => site.Value(Domains).Length > 0 ? "domains" : null,
    };

    public static readonly SwitchSetting VerifiedEmail = new("auth.require-verified-email", true)
    {
        Area = SettingArea.SignIn,
        Label = "Confirm addresses first",
        Help = "An account works once its address is confirmed. Off only where everybody who reaches the site is trusted.",
    };

    public required SignUpRule SignUp { get; init; }

    /// <summary>Without "@", in small ASCII letters; empty unless sign-up is limited to them.</summary>
    public required IReadOnlyList<string> AllowedDomains { get; init; }

    /// <summary>Off only where everybody who can reach the site is trusted: then sign-up tells which addresses have an account.</summary>
    public required bool RequireVerifiedEmail { get; init; }

    public static AuthSettings Of(SiteSettings site)
    {
        var domains = DomainsIn(site.Value(Domains)).OfType<string>().ToList();
        var signUp = site.Value(Rule) switch
        {
            "open" => SignUpRule.Open,
            "domains" when domains.Count > 0 => SignUpRule.ListedDomains,
            _ => SignUpRule.Off,
        };
        return new AuthSettings
        {
            SignUp = signUp,
            AllowedDomains = signUp == SignUpRule.ListedDomains ? domains : [],
            RequireVerifiedEmail = site.Value(VerifiedEmail),
        };
    }

    /// <summary>The sentence that names the allowed domains, or null when every address may sign up.</summary>
    public string? AllowedAddresses => AllowedDomains.Count == 0 ? null
        : $"Use your {string.Join(" or ", AllowedDomains.Select(domain => "@" + domain))} address.";

    public bool Allows(string email) =>
        AllowedDomains.Count == 0 || AllowedDomains.Contains(email[(email.LastIndexOf('@') + 1)..], StringComparer.Ordinal);

    private static IEnumerable<string?> DomainsIn(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => EmailAddress.Domain(part.TrimStart('@')));
}

internal enum SignUpRule
{
    Open,
    ListedDomains,
    Off,
}
