using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignUp;

/// <summary>What a sign-up leaves behind: a pending one and its mail, or a word to the owner of a taken address.</summary>
internal sealed class Registration(AuthDbContext db, AuthSettings rules, ISiteSettings settings, AccountMails mails, TimeProvider clock)
{
    public bool IsClosed => rules.SignUp == SignUpRule.Off;

    /// <summary>Adds to the context; the caller saves.</summary>
    public async Task AddAsync(SignedUp signedUp, string passwordHash, CancellationToken cancellationToken)
    {
        var normalized = User.Normalize(signedUp.Email);
        var owner = await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.NormalizedEmail == normalized, cancellationToken);

        // Asked for every address, so that a taken one takes no longer.
        var mayTellOwner = await mails.MayTellOfTakenAddressAsync(normalized, cancellationToken);
        var now = clock.GetUtcNow();
        if (owner is not null)
        {
            if (mayTellOwner)
            {
                mails.AddTakenAddress(db, owner);
            }
        }
        else if (rules.RequireVerifiedEmail)
        {
            var signUp = PendingSignUp.Create(signedUp.Id, signedUp.Email, signedUp.Name, passwordHash, now);
            db.Add(signUp);
            mails.AddVerification(db, signUp);
        }
        else
        {
            var site = await settings.GetAsync(cancellationToken);
            var user = User.Create(signedUp.Email, signedUp.Name, Role.Employee, now, signedUp.Id);
            user.PasswordHash = passwordHash;
            user.TimeZone = site.TimeZone;
            user.Language = site.Language;
            db.Add(user);
            mails.AddVerification(db, user);
        }
    }
}
