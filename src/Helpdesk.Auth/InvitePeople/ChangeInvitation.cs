using Helpdesk.Auth.Anonymise;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.InvitePeople;

/// <summary>Mails the invitation once more.</summary>
internal sealed class InviteAgainHandler(AuthDbContext db, Invitations invitations)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (admins.Find(userId) is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (person.InvitedAt is null)
        {
            return InvitationState.IsAccepted;
        }

        if (!person.IsActive)
        {
            return new Refusal.Conflict($"{person.Name} is deactivated. Let them in again first.");
        }

        await invitations.AddAgainAsync(person, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}

/// <summary>Takes an invitation back: what was made for somebody who never came goes as if they had been anonymised, and the address is free again.</summary>
internal sealed class TakeBackInvitationHandler(AuthDbContext db, Erasure erasure, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return PeopleRules.AdminsOnly;
        }

        if (admins.Find(userId) is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (person.InvitedAt is null)
        {
            return InvitationState.IsAccepted;
        }

        audit.Add(db, "account.invitation-taken-back", AuditSubject.Person(person.Id));
        await erasure.CommitAsync(transaction, person, cancellationToken);
        return Done.It;
    }
}

internal static class InvitationState
{
    public static readonly Refusal.Conflict IsAccepted = new("This person has accepted the invitation.");
}
