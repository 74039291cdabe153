using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignUp;

/// <summary>What a sign-up leaves behind: a pending one and its mail, or a word to the owner of a taken address.</summary>
internal sealed class Registration(
    AuthDbContext db, ISiteSettings settings, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    public async Task<bool> IsClosedAsync(CancellationToken cancellationToken) =>
        AuthSettings.Of(await settings.GetAsync(cancellationToken)).SignUp == SignUpRule.Off;

    /// <summary>Adds to the context; the caller saves.</summary>
    public async Task AddAsync(SignedUp signedUp, string passwordHash, CancellationToken cancellationToken)
    {
        var normalized = User.Normalize(signedUp.Email);
        var owner = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellationToken);

        // Asked for every address, so that a taken one takes no longer.
        var mayTellOwner = await mails.MayTellOfTakenAddressAsync(normalized, cancellationToken);
        var site = await settings.GetAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (owner is not null)
        {
            audit.Add(db, "account.sign-up-refused", AuditSubject.Person(owner.Id), new { because = "address-taken" });
            if (mayTellOwner)
            {
                mails.AddTakenAddress(db, owner);
            }
        }
        else if (AuthSettings.Of(site).RequireVerifiedEmail)
        {
            var signUp = PendingSignUp.Create(signedUp.Id, signedUp.Email, signedUp.Name, passwordHash, now);
            db.Add(signUp);
            audit.Add(db, "account.sign-up-asked", AuditSubject.Person(signUp.Id));
            mails.AddVerification(db, signUp);
        }
        else
        {
            var user = User.Create(signedUp.Email, signedUp.Name, Role.Employee, now, signedUp.Id);
            user.PasswordHash = passwordHash;
            user.TimeZone = site.TimeZone;
            user.Language = site.Language;
            db.Add(user);
            audit.Add(db, "account.created", AuditSubject.Person(user.Id), new { role = RoleNames.Of(user.Role), by = "sign-up" });
            mails.AddVerification(db, user);
        }
    }
}
