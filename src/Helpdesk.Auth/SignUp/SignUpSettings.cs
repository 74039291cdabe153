using Helpdesk.Auth.Data;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignUp;

/// <summary>Who lists domains names at least one: else nobody could sign up, and the form could not say with what.</summary>
internal sealed class ListedDomainsRule : ISettingRule
{
    public IEnumerable<(SettingKey Key, string Sentence)> Broken(SiteSettings wanted)
    {
        if (wanted.Value(AuthSettings.Rule) == "domains" && wanted.Value(AuthSettings.Domains).Length == 0)
        {
            yield return (AuthSettings.Domains, "Enter the domains that may sign up, or choose somebody else.");
        }
    }
}

/// <summary>Tells who comes in when sign-up is open.</summary>
internal sealed class OpenSignUp(AuthDbContext db) : ISettingConsequence
{
    public SettingKey Key => AuthSettings.Rule;

    public async Task<string?> TellAsync(string value, CancellationToken cancellationToken)
    {
        if (value != "open")
        {
            return null;
        }

        var count = await db.Users.CountAsync(user => user.DeactivatedAt == null, cancellationToken);
        return $"Everybody who reaches this site can make an account then. {count} {(count == 1 ? "person has" : "people have")} one now.";
    }
}

/// <summary>Tells what unconfirmed addresses open.</summary>
internal sealed class UnconfirmedSignUp(AuthDbContext db) : ISettingConsequence
{
    public SettingKey Key => AuthSettings.VerifiedEmail;

    public async Task<string?> TellAsync(string value, CancellationToken cancellationToken)
    {
        if (value != "false")
        {
            return null;
        }

        var count = await db.Users.CountAsync(user => user.DeactivatedAt == null, cancellationToken);
        return $"Anybody can make an account with an address that is not theirs then. Sign-up tells strangers which of {count} {(count == 1 ? "address has" : "addresses have")} an account.";
    }
}

/// <summary>Tells who has to set up a second factor.</summary>
internal sealed class DemandedFactor(AuthDbContext db) : ISettingConsequence
{
    public SettingKey Key => SecondFactor.FactorRule.Required;

    public async Task<string?> TellAsync(string value, CancellationToken cancellationToken)
    {
        var without = db.Users.Where(user => user.DeactivatedAt == null && !user.TwoFactorEnabled && !db.Passkeys.Any(passkey => passkey.UserId == user.Id));
        var count = value switch
        {
            "admins" => await without.CountAsync(user => user.Role == Model.Role.Admin, cancellationToken),
            "staff" => await without.CountAsync(user => user.Role != Model.Role.Employee, cancellationToken),
            "everybody" => await without.CountAsync(cancellationToken),
            _ => 0,
        };
        return count == 0 ? null : $"{count} {(count == 1 ? "person has" : "people have")} no second factor. They can do nothing else until they set one up.";
    }
}
