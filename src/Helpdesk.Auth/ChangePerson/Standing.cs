using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ChangePerson;

/// <summary>What somebody may do here: their role, and whether they come in at all. Part of the caller's transaction, which has locked the administrators.</summary>
internal sealed class Standing(
    AuthDbContext db, SessionEnd end, KeyEnd keys, IEnumerable<IOnUserDeactivated> hooks, ISiteSettings settings, AuditLog audit, TimeProvider clock)
{
    /// <summary>Counts from the person's next request: sessions read the role each time.</summary>
    public async Task<Refusal?> ChangeRoleAsync(ActiveAdmins admins, User person, Role role, CancellationToken cancellationToken)
    {
        if (person.Role == role)
        {
            return null;
        }

        if (admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        var change = new { from = RoleNames.Of(person.Role), to = RoleNames.Of(role) };
        audit.Add(db, "account.role-changed", AuditSubject.Person(person.Id), change);
        person.ChangeRole(role);
        if (role == Role.Admin)
        {
            await ShortenSessionsAsync(person, cancellationToken);
        }

        return null;
    }

    /// <summary>Takes all access away, at once.</summary>
    public async Task<Refusal?> DeactivateAsync(ActiveAdmins admins, User person, CancellationToken cancellationToken)
    {
        if (admins.AreOnly(person.Id))
        {
            return ActiveAdmins.OneMustStay;
        }

        if (person.IsActive)
        {
            person.Deactivate(clock.GetUtcNow());
            audit.Add(db, "account.deactivated", AuditSubject.Person(person.Id));
        }

        await keys.RevokeAllAsync(person.Id, cancellationToken);
        await end.EndAllAsync(person.Id, except: null, cancellationToken);
        return null;
    }

    /// <summary>Lets the person in again; they sign in anew.</summary>
    public void Reactivate(User person)
    {
        if (!person.IsActive)
        {
            person.Reactivate();
            audit.Add(db, "account.reactivated", AuditSubject.Person(person.Id));
        }
    }

    /// <summary>Lets every module know of a deactivation that was saved.</summary>
    public async Task TellAsync(Guid userId, CancellationToken cancellationToken)
    {
        foreach (var hook in hooks)
        {
            await hook.HandleAsync(userId, cancellationToken);
        }
    }

    // What was begun as somebody with fewer rights must not outlive what an administrator's session may.
    private async Task ShortenSessionsAsync(User person, CancellationToken cancellationToken)
    {
        var lifetimes = SessionLifetimes.From(await settings.GetAsync(cancellationToken));
        var latest = clock.GetUtcNow() + lifetimes.Admins;
        await db.Database.ExecuteSqlAsync(
            $"""
            update auth.sessions set expires_at = least(expires_at, {latest}), idle_for = least(idle_for, {lifetimes.AdminsIdle})
            where user_id = {person.Id} and kind = {(int)SessionKind.Browser} and ended_at is null
            """,
            cancellationToken);
    }
}
