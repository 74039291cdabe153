using Helpdesk.Auth.Data;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Anonymise;

/// <summary>
/// Removes what is kept about a person beside the account's row. Part of the caller's transaction, and good for any number of
/// times; the address is where mails went until now, and unknown once it is forgotten.
/// </summary>
internal sealed class Traces(AuthDbContext db, TimeProvider clock)
{
    public async Task RemoveAsync(Guid userId, string? address, CancellationToken cancellationToken)
    {
        // Tokens of sessions and parts of exports go with them.
        await db.Sessions.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.DataExports.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.SignInAttempts.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.OneTimeTokens.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.TotpFactors.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.RecoveryCodes.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.KnownDevices.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.NotificationChoices.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.ApiKeys.Where(row => row.OwnerId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.TeamMembers.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Passkeys.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.UserClaims.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.UserLogins.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.UserTokens.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"delete from auth.pending_sign_ups where id = {userId} or lower(email) = lower({address})", cancellationToken);

        await db.Set<Notification>().Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<DigestItem>().Where(row => row.RecipientId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdempotencyKey>().Where(row => row.CallerId == userId).ExecuteDeleteAsync(cancellationToken);
        await FileShelf.ForgetUnusedAsync(db, userId, cancellationToken);
        await RemoveFromMailsAsync(userId, address, cancellationToken);
    }

    // The rows stay, for the figures and the reasons of failures; to whom they went is nobody's business any more.
    private async Task RemoveFromMailsAsync(Guid userId, string? address, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mails = db.Set<OutboxEmail>().Where(mail => mail.RecipientId == userId || (address != null && mail.ToAddress == address));
        await mails.Where(mail => mail.SentAt == null && mail.FailedAt == null && mail.DroppedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.DroppedAt, now).SetProperty(mail => mail.LockedUntil, (DateTimeOffset?)null),
            cancellationToken);
        await mails.Where(mail => mail.ToAddress != "").ExecuteUpdateAsync(
            set => set.SetProperty(mail => mail.ToAddress, "")
                .SetProperty(mail => mail.ToName, "")
                .SetProperty(mail => mail.Parameters, "{}")
                .SetProperty(mail => mail.Secrets, (byte[]?)null)
                .SetProperty(mail => mail.LastError, (string?)null),
            cancellationToken);
    }
}
