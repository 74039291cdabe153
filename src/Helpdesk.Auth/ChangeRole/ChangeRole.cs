using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ChangeRole;

/// <summary>Counts from the person's next request: sessions read the role each time.</summary>
internal sealed class ChangeRoleHandler(AuthDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, Role role, CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var admins = await ActiveAdmins.LockWithAsync(db, userId, cancellationToken);
        if (!admins.Include(user.Id))
        {
            return new Refusal.Forbidden("Only administrators may change roles.");
        }

        if (admins.Person is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (role != Role.Admin && admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        person.ChangeRole(role);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
