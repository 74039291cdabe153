using Helpdesk.Auth.Data;
using Helpdesk.Auth.Guessing;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.AskDeletion;

internal sealed record DeletionView(DateTimeOffset? AskedAt);

/// <summary>Asks the administrators to be forgotten. Nothing is deleted by it: they decide, and may have to ask back.</summary>
internal sealed class AskDeletionHandler(AuthDbContext db, Outbox outbox, Limits limits, AuditLog audit, TimeProvider clock)
{
    public async Task<Outcome<DeletionView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var isNew = await db.Users.Where(person => person.Id == user.Id && person.DeletionAskedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.DeletionAskedAt, now), cancellationToken) == 1;
        if (isNew)
        {
            audit.Add(db, "account.deletion-asked", AuditSubject.Person(user.Id));
            // Who asks, withdraws and asks again must not fill the administrators' mailboxes.
            if (await limits.AllowAsync(DeletionAskedMail.Kind, user.Id.ToString(), 1, TimeSpan.FromDays(1), cancellationToken))
            {
                await TellAdminsAsync(user, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await DeletionReading.OfAsync(db, user, cancellationToken);
    }

    private async Task TellAdminsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var admins = await db.Users.AsNoTracking()
            .Where(person => person.Role == Role.Admin && person.DeactivatedAt == null && person.Id != user.Id)
            .ToListAsync(cancellationToken);
        foreach (var admin in admins)
        {
            outbox.Add(db, new OutboxMail(DeletionAskedMail.Kind, admin.Id, admin.Email!, admin.Name) { Parameters = new { person = user.Id } });
        }
    }
}

/// <summary>Takes the wish back, as long as nobody has carried it out.</summary>
internal sealed class WithdrawDeletionHandler(AuthDbContext db, AuditLog audit)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Users.Where(person => person.Id == user.Id && person.DeletionAskedAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.DeletionAskedAt, (DateTimeOffset?)null), cancellationToken) == 1)
        {
            audit.Add(db, "account.deletion-withdrawn", AuditSubject.Person(user.Id));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}

internal sealed class ShowDeletionHandler(AuthDbContext db)
{
    public async Task<Outcome<DeletionView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await DeletionReading.OfAsync(db, user, cancellationToken);
}

internal static class DeletionReading
{
    public static Task<DeletionView> OfAsync(AuthDbContext db, CurrentUser user, CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().Where(person => person.Id == user.Id).Select(person => new DeletionView(person.DeletionAskedAt)).SingleAsync(cancellationToken);
}
