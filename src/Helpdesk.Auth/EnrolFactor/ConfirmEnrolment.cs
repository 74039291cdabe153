using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.EnrolFactor;

internal sealed record ConfirmEnrolmentRequest
{
    public string Code { get; init; } = "";
}

/// <summary>Codes in the open: told once, never again.</summary>
internal sealed record RecoveryCodesView(IReadOnlyList<string> RecoveryCodes);

/// <summary>A code of the new key turns the second factor on, and gives the recovery codes.</summary>
internal sealed class ConfirmEnrolmentHandler(
    AuthDbContext db, FactorKeys keys, StepUp stepUp, Limits limits, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<RecoveryCodesView>> HandleAsync(
        ConfirmEnrolmentRequest request, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (stepUp.Demand(user) is { } prove)
        {
            return prove;
        }

        if (string.IsNullOrWhiteSpace(request.Code))
        {
            return new Refusal.Invalid(nameof(request.Code), "Enter a code.");
        }

        if (await limits.SecondFactorAsync(user.Id, client, cancellationToken) is { } later)
        {
            return later;
        }

        var factor = await db.TotpFactors.SingleOrDefaultAsync(found => found.UserId == user.Id && found.ConfirmedAt == null, cancellationToken);
        if (factor is null)
        {
            return new Refusal.Conflict("There is no key to confirm. Begin again.");
        }

        var now = clock.GetUtcNow();
        if (Totp.Find(keys.Open(factor.ProtectedKey), request.Code, now) is not { } step)
        {
            return new Refusal.Invalid(nameof(request.Code), FactorCheck.DoesNotMatch);
        }

        factor.ConfirmedAt = now;
        factor.LastStep = step;
        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        me.TwoFactorEnabled = true;
        (await db.Sessions.SingleAsync(session => session.Id == user.SessionId, cancellationToken)).MustEnrol = false;
        var codes = await RecoveryCodes.ReplaceAsync(db, user.Id, cancellationToken);
        mails.AddFactorChanged(db, me, FactorChange.On, client);
        audit.Add(db, "factor.turned-on", AuditSubject.Person(user.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal.Conflict("This was confirmed in another window meanwhile.");
        }

        return new RecoveryCodesView(codes);
    }
}
