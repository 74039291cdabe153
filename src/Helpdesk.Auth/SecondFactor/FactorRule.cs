using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Who must have a second factor.</summary>
internal sealed class FactorRule(AuthDbContext db, ISiteSettings settings)
{
    public static readonly ChoiceSetting Required = new("auth.require-second-factor", "nobody",
    [
        new("nobody", "Nobody"), new("admins", "Administrators"), new("staff", "Agents and administrators"), new("everybody", "Everybody"),
    ])
    {
        Area = SettingArea.SignIn,
        Label = "Second factor is needed by",
        Help = "An app with codes, or a passkey. Who has none sets it up at the next sign-in.",
    };

    public async Task<bool> DemandsAsync(User user, CancellationToken cancellationToken) =>
        user.RequiresFactor || (await settings.GetAsync(cancellationToken)).Value(Required) switch
        {
            "everybody" => true,
            "staff" => user.IsStaff,
            "admins" => user.Role == Role.Admin,
            _ => false,
        };

    /// <summary>The person must have one, and has neither an app nor a passkey.</summary>
    public async Task<bool> IsMissingAsync(User user, CancellationToken cancellationToken) =>
        !user.TwoFactorEnabled && await DemandsAsync(user, cancellationToken) && !await HasPasskeyAsync(user, cancellationToken);

    /// <summary>After a right password: who has an app is asked for its code. A passkey is asked for where the person must have a second factor; elsewhere it is another way in.</summary>
    public async Task<bool> AsksAsync(User user, CancellationToken cancellationToken) =>
        user.TwoFactorEnabled || (await DemandsAsync(user, cancellationToken) && await HasPasskeyAsync(user, cancellationToken));

    private Task<bool> HasPasskeyAsync(User user, CancellationToken cancellationToken) =>
        db.Passkeys.AnyAsync(passkey => passkey.UserId == user.Id, cancellationToken);
}
