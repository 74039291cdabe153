using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ResetFactor;

/// <summary>For somebody who lost phone and codes: an admin takes the factors away. All sessions of the person end, and they are told.</summary>
internal sealed class ResetFactorHandler(AuthDbContext db, SessionEnd end, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return new Refusal.Forbidden("Only administrators can reset a second factor.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(found => found.Id == userId && found.AnonymisedAt == null, cancellationToken) is not { } person)
        {
            return new Refusal.NotFound();
        }

        person.TwoFactorEnabled = false;
        await FactorRows.RemoveAsync(db, userId, cancellationToken);
        db.RemoveRange(await db.Passkeys.Where(passkey => passkey.UserId == userId).ToListAsync(cancellationToken));
        mails.AddFactorChanged(db, person, FactorChange.Reset, client);
        audit.Add(db, "factor.reset", AuditSubject.Person(userId));
        await db.SaveChangesAsync(cancellationToken);
        await end.EndAllAsync(userId, userId == user.Id ? user.SessionId : null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
