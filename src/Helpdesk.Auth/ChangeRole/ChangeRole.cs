using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangeRole;

/// <summary>Counts from the person's next request: sessions read the role each time.</summary>
internal sealed class ChangeRoleHandler(AuthDbContext db, ISiteSettings settings, AuditLog audit, TimeProvider clock)
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
        if (person.Role == Role.Admin)
        {
            // What was begun as somebody with fewer rights must not outlive what an administrator's session may.
            var lifetimes = SessionLifetimes.From(await settings.GetAsync(cancellationToken));
            var latest = clock.GetUtcNow() + lifetimes.Admins;
            await db.Database.ExecuteSqlAsync(
                $"""
                update auth.sessions set expires_at = least(expires_at, {latest}), idle_for = least(idle_for, {lifetimes.AdminsIdle})
                where user_id = {person.Id} and kind = {(int)SessionKind.Browser} and ended_at is null
                """,
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
