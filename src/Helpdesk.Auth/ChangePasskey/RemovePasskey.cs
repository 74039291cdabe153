using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangePasskey;

/// <summary>Forgets a passkey, unless it is the person's last way in or their role's last factor.</summary>
internal sealed class RemovePasskeyHandler(AuthDbContext db, StepUp stepUp, FactorRule rule, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        // One at a time for a person: of the last two, removed at once, one stays.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var me = await db.Users.FromSql($"select * from auth.users where id = {user.Id} for update").SingleAsync(cancellationToken);
        if (await PasskeyRows.FindAsync(db, me.Id, id, cancellationToken) is not { } passkey)
        {
            return new Refusal.NotFound();
        }

        var isLast = await db.Passkeys.CountAsync(found => found.UserId == me.Id, cancellationToken) == 1;
        if (isLast && me.PasswordHash is null)
        {
            return new Refusal.Conflict("This is your last way to sign in. Set a password first.");
        }

        if (isLast && !me.TwoFactorEnabled && await rule.DemandsAsync(me, cancellationToken))
        {
            return new Refusal.Conflict("Your account must have a second factor. Set up an app or another passkey first.");
        }

        db.Remove(passkey);
        mails.AddPasskeyChanged(db, me, isAdded: false, passkey.Data.Name ?? "", client);
        audit.Add(db, "passkey.removed", AuditSubject.Person(me.Id), new { passkey = id });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
