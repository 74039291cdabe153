using Helpdesk.Platform.Data;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Email;

/// <summary>The outbox as its drain sees it: what is due, what became of it, and news.</summary>
internal sealed class OutboxTable(IServiceScopeFactory scopes, DatabaseSignals signals, MailSettings settings, TimeProvider clock)
{
    private const int LongestReason = 1000;

    /// <summary>Tells of new mails, also after news may have been missed.</summary>
    public IDisposable OnNews(Action heard) => signals.Subscribe("outbox", _ => heard());

    /// <summary>Takes up to <paramref name="limit"/> due mails for the time of a lease. No other drain gets them meanwhile; should this one die, they are due again afterwards.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(int limit, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var (now, since) = (clock.GetUtcNow(), clock.GetTimestamp());
        var lockedUntil = now + settings.Lease;
        // As an array the choice is made once; as a subquery PostgreSQL may make it anew for each row and take too many.
        var claimed = await context.Outbox.FromSql(
            $"""
            update platform.outbox set locked_until = {lockedUntil}, attempts = attempts + 1
            where id = any (array(
                select id from platform.outbox
                where sent_at is null and failed_at is null and dropped_at is null
                    and next_attempt_at <= {now} and (locked_until is null or locked_until <= {now})
                order by next_attempt_at
                limit {limit}
                for update skip locked))
            returning *
            """).AsNoTracking().ToListAsync(cancellationToken);
        return [.. claimed.OrderBy(mail => mail.NextAttemptAt).Select(mail => new Claim(mail, since, settings, clock))];
    }

    /// <summary>False when the claim was no longer ours: somebody else decides about the mail.</summary>
    public Task<bool> SentAsync(OutboxEmail mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return FinishAsync(
            mail,
            row => row.SetProperty(stored => stored.SentAt, now)
                .SetProperty(stored => stored.LastError, (string?)null)
                .SetProperty(stored => stored.Secrets, (byte[]?)null),
            cancellationToken);
    }

    public Task<bool> DroppedAsync(OutboxEmail mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return FinishAsync(
            mail,
            row => row.SetProperty(stored => stored.DroppedAt, now).SetProperty(stored => stored.Secrets, (byte[]?)null),
            cancellationToken);
    }

    public Task<bool> FailedAsync(OutboxEmail mail, string reason, CancellationToken cancellationToken)
    {
        var (now, stored) = (clock.GetUtcNow(), Short(reason));
        return FinishAsync(
            mail,
            row => row.SetProperty(failed => failed.FailedAt, now)
                .SetProperty(failed => failed.LastError, stored)
                .SetProperty(failed => failed.Secrets, (byte[]?)null),
            cancellationToken);
    }

    public Task<bool> PostponedAsync(OutboxEmail mail, string reason, CancellationToken cancellationToken)
    {
        var (next, stored) = (clock.GetUtcNow() + RetryTimes.After(mail.Attempts, Random.Shared.NextDouble()), Short(reason));
        return FinishAsync(
            mail,
            row => row.SetProperty(late => late.NextAttemptAt, next).SetProperty(late => late.LastError, stored),
            cancellationToken);
    }

    // Each claim counts the attempts up, so the number is the name of the claim.
    private async Task<bool> FinishAsync(OutboxEmail mail, Action<UpdateSettersBuilder<OutboxEmail>> change, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await context.Outbox
            .Where(row => row.Id == mail.Id && row.Attempts == mail.Attempts && row.SentAt == null && row.FailedAt == null && row.DroppedAt == null)
            .ExecuteUpdateAsync(
                row =>
                {
                    change(row);
                    row.SetProperty(stored => stored.LockedUntil, (DateTimeOffset?)null);
                },
                cancellationToken) == 1;
    }

    // A server may answer whatever it likes; PostgreSQL takes no U+0000 and an admin reads one line.
    private static string Short(string reason)
    {
        var line = HeaderText.OneLine(reason);
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }
}
