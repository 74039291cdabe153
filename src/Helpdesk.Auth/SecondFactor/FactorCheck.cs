using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SecondFactor;

/// <summary>Takes a code of the app or a recovery code. What it used up is saved by the caller, and of two who use one code at once the save of one fails.</summary>
internal sealed class FactorCheck(
    AuthDbContext db, FactorKeys keys, Limits limits, AccountMails mails, AuditLog audit, Incidents incidents, TimeProvider clock)
{
    public const string DoesNotMatch = "That code does not match. Codes change every 30 seconds; check your phone's clock.";
    public const string AlreadyUsed = "That code was already used. Wait for the next one.";
    public const string NoRecoveryCode = "That recovery code does not match, or it was used before.";

    public async Task<Outcome<Done>> TakeAsync(User user, string code, string field, Client client, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            return new Refusal.Invalid(field, "Enter a code.");
        }

        if (await limits.SecondFactorAsync(user.Id, client, cancellationToken) is { } later)
        {
            return later;
        }

        var refused = RecoveryCodes.LooksLikeOne(code)
            ? await TakeRecoveryCodeAsync(user, code, client, cancellationToken)
            : await TakeAppCodeAsync(user, code, cancellationToken);
        if (refused is null)
        {
            return Done.It;
        }

        await incidents.RecordAsync("factor.refused", AuditSubject.Person(user.Id), new { because = refused == AlreadyUsed ? "used-code" : "wrong-code" });
        return new Refusal.Invalid(field, refused);
    }

    private async Task<string?> TakeAppCodeAsync(User user, string code, CancellationToken cancellationToken)
    {
        var factor = await db.TotpFactors.SingleOrDefaultAsync(found => found.UserId == user.Id && found.ConfirmedAt != null, cancellationToken);
        if (factor is null || Totp.Find(keys.Open(factor.ProtectedKey), code, clock.GetUtcNow()) is not { } step)
        {
            return DoesNotMatch;
        }

        if (step <= factor.LastStep)
        {
            return AlreadyUsed;
        }

        factor.LastStep = step;
        return null;
    }

    private async Task<string?> TakeRecoveryCodeAsync(User user, string code, Client client, CancellationToken cancellationToken)
    {
        var hash = RecoveryCodes.HashOf(code);
        var kept = await db.RecoveryCodes.Where(found => found.UserId == user.Id && found.UsedAt == null).ToListAsync(cancellationToken);
        if (!user.TwoFactorEnabled || kept.Find(found => found.Hash.AsSpan().SequenceEqual(hash)) is not { } match)
        {
            return NoRecoveryCode;
        }

        match.UsedAt = clock.GetUtcNow();
        mails.AddFactorChanged(db, user, FactorChange.RecoveryCodeUsed, client, kept.Count - 1);
        audit.Add(db, "factor.recovery-code-used", AuditSubject.Person(user.Id), new { left = kept.Count - 1 }, user.Id);
        return null;
    }
}
