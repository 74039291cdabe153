using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.ChangeRole;

/// <summary>Counts from the person's next request: sessions read the role each time.</summary>
internal sealed class ChangeRoleHandler(AuthDbContext db, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, Role role, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return new Refusal.Forbidden("Only administrators may change roles.");
        }

        if (admins.Person is not { AnonymisedAt: null } person)
        {
            return new Refusal.NotFound();
        }

        if (role != Role.Admin && admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        if (person.Role != role)
        {
            var change = new { from = RoleNames.Of(person.Role), to = RoleNames.Of(role) };
            audit.Add(db, "account.role-changed", AuditSubject.Person(person.Id), change, user.Id);
            person.ChangeRole(role);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
