using Helpdesk.Auth.Data;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.SignInWithPasskey;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ConfirmIdentity;

/// <summary>Proves once more who sits there, with one of the person's passkeys.</summary>
internal sealed class ConfirmWithPasskeyHandler(
    AuthDbContext db, PasskeyCeremony ceremony, AskPasskeyHandler ask, AuditLog audit, Incidents incidents, TimeProvider clock)
{
    /// <summary>The question; a conflict for who has no passkey.</summary>
    public async Task<Outcome<PasskeyQuestion>> AskAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var me = await db.Users.SingleAsync(found => found.Id == user.Id, cancellationToken);
        return await ask.ForAsync(me, cancellationToken) is { } question ? question : new Refusal.Conflict("You have no passkey.");
    }

    public async Task<Outcome<Done>> HandleAsync(PasskeyAnswer answer, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!answer.IsReadable || await ceremony.ProveAsync(answer, cancellationToken) is not { } proven || proven.User.Id != user.Id)
        {
            return await RefuseAsync(user);
        }

        (await db.Sessions.SingleAsync(found => found.Id == user.SessionId, cancellationToken)).ProvenAt = clock.GetUtcNow();
        audit.Add(db, "identity.confirmed", AuditSubject.Person(user.Id));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (PasskeyCeremony.IsReplay(exception))
        {
            return await RefuseAsync(user);
        }

        return Done.It;
    }

    private async Task<Refusal.Invalid> RefuseAsync(CurrentUser user)
    {
        await incidents.RecordAsync("identity.refused", AuditSubject.Person(user.Id), new { because = "passkey" });
        return new Refusal.Invalid("", "That passkey is not yours here, or it took too long. Try again or enter your password.");
    }
}
