using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SignIn;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignInWithPasskey;

/// <summary>
/// A passkey is both factors at once: something that one has, opened by something that one is or knows.
/// It signs in without a password, and completes a sign-in whose password was right.
/// </summary>
internal sealed class SignInWithPasskeyHandler(
    AuthDbContext db, PasskeyCeremony ceremony, Limits limits, SessionStart start, ISiteSettings settings, Incidents incidents, TimeProvider clock)
{
    private static readonly Refusal.NotSignedIn NoMatch = new(
        "That passkey does not sign you in here, or it took too long. Try again or use your password.", "passkey-refused");

    /// <summary>The attempt is the sign-in that waits for a second factor, where there is one; the passkey must be of the same person.</summary>
    public async Task<Outcome<SignedIn>> HandleAsync(
        PasskeyAnswer answer, SignInAttempt? attempt, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        if (await limits.PasskeyAsync(client, cancellationToken) is { } later)
        {
            return later;
        }

        if (!answer.IsReadable || await ceremony.ProveAsync(answer, cancellationToken) is not { User: var user })
        {
            return await RefuseAsync(null, "passkey");
        }

        var rules = AuthSettings.Of(await settings.GetAsync(cancellationToken));
        if (!user.IsActive || (rules.RequireVerifiedEmail && !user.EmailConfirmed) || (attempt is not null && attempt.UserId != user.Id))
        {
            return await RefuseAsync(user, user.IsActive ? "passkey" : "deactivated");
        }

        if (attempt is not null)
        {
            attempt.UsedAt = clock.GetUtcNow();
        }

        var session = await start.AddAsync(user, wish, client, cancellationToken);
        var tokens = wish.Kind == SessionKind.Api ? TokenPair.Issue(db, session, clock.GetUtcNow()) : null;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return NoMatch;
        }
        catch (DbUpdateException exception) when (PasskeyCeremony.IsReplay(exception))
        {
            return await RefuseAsync(user, "passkey");
        }
        catch (DbUpdateException exception) when (KnownDevices.IsRace(exception))
        {
            return new Refusal.Conflict("You signed in with this device a moment ago. Try again.");
        }

        await limits.PasskeyWorkedAsync(client, cancellationToken);
        return new SignedIn(user, session, tokens);
    }

    private async Task<Refusal.NotSignedIn> RefuseAsync(User? user, string because)
    {
        await incidents.RecordAsync("session.refused", user is null ? null : AuditSubject.Person(user.Id), new { because });
        return NoMatch;
    }
}
