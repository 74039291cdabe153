using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ConfirmIdentity;

internal sealed record ConfirmIdentityRequest
{
    public string Password { get; init; } = "";

    /// <summary>Of the app, or a recovery code, for people who have a second factor.</summary>
    public string? TwoFactorCode { get; init; }
}

/// <summary>Proves once more who sits there; for ten minutes the session may then change how one signs in.</summary>
internal sealed class ConfirmIdentityHandler(
    AuthDbContext db, PasswordHashes hashes, FactorCheck factors, Limits limits, AuditLog audit, Incidents incidents, TimeProvider clock)
{
    private static readonly Refusal.Invalid NotThePresentOne = new(nameof(ConfirmIdentityRequest.Password), "That is not your present password.");

    public async Task<Outcome<Done>> HandleAsync(ConfirmIdentityRequest request, CurrentUser user, Client client, CancellationToken cancellationToken)
    {
        if (request.Password.Length == 0)
        {
            return new Refusal.Invalid(nameof(request.Password), "Enter a password.");
        }

        if (await limits.PresentPasswordAsync(user.Id, cancellationToken) is { } later)
        {
            return later;
        }

        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        var verified = await hashes.VerifyAsync(me.PasswordHash, request.Password, cancellationToken);
        if (verified.Value is not { } match)
        {
            return verified.Refusal!;
        }

        if (!match.IsRight)
        {
            await incidents.RecordAsync("identity.refused", AuditSubject.Person(user.Id), new { because = "wrong-password" });
            return NotThePresentOne;
        }

        if (me.TwoFactorEnabled)
        {
            var taken = await factors.TakeAsync(me, request.TwoFactorCode ?? "", nameof(request.TwoFactorCode), client, cancellationToken);
            if (taken.Value is null)
            {
                return taken.Refusal!;
            }
        }

        var session = await db.Sessions.SingleAsync(found => found.Id == user.SessionId, cancellationToken);
        session.ProvenAt = clock.GetUtcNow();
        audit.Add(db, "identity.confirmed", AuditSubject.Person(user.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal.Invalid(nameof(request.TwoFactorCode), FactorCheck.AlreadyUsed);
        }

        return Done.It;
    }

    /// <summary>Whether the page has to ask for a code as well.</summary>
    public Task<bool> WantsCodeAsync(CurrentUser user, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(found => found.Id == user.Id && found.TwoFactorEnabled, cancellationToken);
}
