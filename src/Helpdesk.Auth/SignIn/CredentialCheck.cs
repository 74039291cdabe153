using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignIn;

/// <summary>Who proved to be who; nobody when there is no such account, the password is another, or the account may not be used.</summary>
internal sealed record Proof(User? User);

/// <summary>Looks up and verifies, with the same work for every address; what did not fit is recorded, without what was typed.</summary>
internal sealed class CredentialCheck(AuthDbContext db, PasswordHashes passwords, ISiteSettings settings, Incidents incidents)
{
    public async Task<Outcome<Proof>> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        var normalized = User.Normalize(EmailAddress.Read(email) ?? "");
        var user = await db.Users.SingleOrDefaultAsync(found => found.NormalizedEmail == normalized, cancellationToken);
        var verified = await passwords.VerifyAsync(user?.PasswordHash, password, cancellationToken);
        if (verified.Value is not { } match)
        {
            return verified.Refusal!;
        }

        var rules = AuthSettings.Of(await settings.GetAsync(cancellationToken));
        if (user is null || !match.IsRight || !user.IsActive || (rules.RequireVerifiedEmail && !user.EmailConfirmed))
        {
            await incidents.RecordAsync("session.refused", user is null ? null : AuditSubject.Person(user.Id), new { because = Reason(user, match.IsRight) });
            return new Proof(null);
        }

        if (match.IsOutdated)
        {
            var hash = await passwords.HashAsync(password, cancellationToken);
            if (hash.Value is null)
            {
                return hash.Refusal!;
            }

            user.PasswordHash = hash.Value;
        }

        return new Proof(user);
    }

    private static string Reason(User? user, bool isRight) => user switch
    {
        null => "no-account",
        _ when !isRight => "wrong-password",
        { IsActive: false } => "deactivated",
        _ => "address-not-verified",
    };
}
