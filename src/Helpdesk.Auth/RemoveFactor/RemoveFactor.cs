using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.RemoveFactor;

/// <summary>Takes the app's key and the recovery codes away, unless the person must have a second factor and this is the last.</summary>
internal sealed class RemoveFactorHandler(AuthDbContext db, StepUp stepUp, FactorRule rule, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        if (!me.TwoFactorEnabled)
        {
            return Done.It;
        }

        me.TwoFactorEnabled = false;
        if (await rule.IsMissingAsync(me, cancellationToken))
        {
            return new Refusal.Conflict("Your account must have a second factor. Add a passkey first, or ask an administrator.");
        }

        await FactorRows.RemoveAsync(db, me.Id, cancellationToken);
        mails.AddFactorChanged(db, me, FactorChange.Off, client);
        audit.Add(db, "factor.turned-off", AuditSubject.Person(user.Id));
        await db.SaveChangesAsync(cancellationToken);
        return Done.It;
    }
}
