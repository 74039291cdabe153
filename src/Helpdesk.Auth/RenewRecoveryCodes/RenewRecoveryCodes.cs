using Helpdesk.Auth.Data;
using Helpdesk.Auth.EnrolFactor;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.RenewRecoveryCodes;

/// <summary>Ten new codes; the old ones are void.</summary>
internal sealed class RenewRecoveryCodesHandler(AuthDbContext db, StepUp stepUp, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<RecoveryCodesView>> HandleAsync(CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        if (!me.TwoFactorEnabled)
        {
            return new Refusal.Conflict("Recovery codes go with an authenticator app. Set one up first.");
        }

        var codes = await RecoveryCodes.ReplaceAsync(db, user.Id, cancellationToken);
        mails.AddFactorChanged(db, me, FactorChange.RecoveryCodesRenewed, client);
        audit.Add(db, "factor.recovery-codes-renewed", AuditSubject.Person(user.Id));
        await db.SaveChangesAsync(cancellationToken);
        return new RecoveryCodesView(codes);
    }
}
