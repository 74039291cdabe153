using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.Deactivate;

/// <summary>Takes all access from a person, at once.</summary>
internal sealed class DeactivateHandler(
    AuthDbContext db, SessionEnd end, KeyEnd keys, IEnumerable<IOnUserDeactivated> hooks, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return new Refusal.Forbidden("Only administrators may deactivate people.");
        }

        if (admins.Person is not { AnonymisedAt: null } person)
        {
            return new Refusal.NotFound();
        }

        if (admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        if (person.IsActive)
        {
            person.Deactivate(clock.GetUtcNow());
            audit.Add(db, "account.deactivated", AuditSubject.Person(person.Id), actorId: user.Id);
        }

        await keys.RevokeAllAsync(userId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await end.EndAllAsync(userId, except: null, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        foreach (var hook in hooks)
        {
            // The person is out, whether the caller waits or not.
            await hook.HandleAsync(userId, CancellationToken.None);
        }

        return Done.It;
    }
}

/// <summary>Lets a person in again; they sign in anew.</summary>
internal sealed class ReactivateHandler(AuthDbContext db, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return new Refusal.Forbidden("Only administrators may let people in again.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (admins.Person is not { AnonymisedAt: null } person)
        {
            return new Refusal.NotFound();
        }

        if (!person.IsActive)
        {
            person.DeactivatedAt = null;
            audit.Add(db, "account.reactivated", AuditSubject.Person(person.Id), actorId: user.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
