using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Passwords;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SendResetLink;

/// <summary>Mails somebody a link for a new password. The present one holds until they use it.</summary>
internal sealed class SendResetLinkHandler(AuthDbContext db, NewPasswords passwords, AccountMails mails, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(found => found.Id == userId && found.AnonymisedAt == null, cancellationToken) is not { } person)
        {
            return new Refusal.NotFound();
        }

        if (!person.IsActive)
        {
            return new Refusal.Conflict($"{person.Name} is deactivated. Let them in again first.");
        }

        if (person.InvitedAt is not null)
        {
            return new Refusal.Conflict($"{person.Name} has no password yet. Send the invitation again.");
        }

        await passwords.VoidLinksAsync(db, person.Id, cancellationToken);
        audit.Add(db, "password.reset-sent", AuditSubject.Person(person.Id));
        mails.AddPasswordReset(db, person, client: null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
