using Helpdesk.Auth.Anonymise;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Sweep;

/// <summary>Removes what can no longer be used. Several instances may sweep at once: what one has removed, the other does not find.</summary>
internal sealed class Broom(AuthDbContext db, Forgetting forgetting, ISiteSettings settings, TimeProvider clock) : IClockWork
{
    // Small steps, so that nobody waits for a long list of row locks.
    private const int AtOnce = 1_000;

    // A used link says so when it is opened again, and a spent token is known as a replay, as long as their rows are there.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    // Who wants to find again what they read some weeks ago, does.
    public static readonly NumberSetting NewsKeptDays = new("privacy.read-news-kept-days", 90, 1, 3_650)
    {
        Area = SettingArea.Privacy,
        Label = "Keep read notifications for",
        Unit = "days",
        Help = "Then they are removed from people’s lists.",
    };

    private static readonly TimeSpan DeviceKnownFor = TimeSpan.FromDays(400);

    public static TimeSpan Pause => TimeSpan.FromHours(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await SweepAsync(cancellationToken);
        await forgetting.RepeatAsync(cancellationToken);
        return false;
    }

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var past = now - Remembered;
        var newest = now - PendingSignUp.Kept;
        var old = now.AddDays(-(await settings.GetAsync(cancellationToken)).Value(NewsKeptDays));
        var forgotten = now - DeviceKnownFor;
        return await AllAsync(db.SignInAttempts.Where(attempt => attempt.ExpiresAt <= now).OrderBy(attempt => attempt.ExpiresAt), cancellationToken)
            + await AllAsync(db.UsedChallenges.Where(used => used.ExpiresAt <= now).OrderBy(used => used.ExpiresAt), cancellationToken)
            + await AllAsync(db.Set<Notification>().Where(news => news.ReadAt <= old).OrderBy(news => news.Id), cancellationToken)
            + await AllAsync(db.Set<DigestItem>().Where(item => item.DigestId != null && item.CreatedAt <= past).OrderBy(item => item.Id), cancellationToken)
            + await AllAsync(db.KnownDevices.Where(device => device.LastSeenAt <= forgotten).OrderBy(device => device.Id), cancellationToken)
            + await AllAsync(db.AccessTokens.Where(token => token.ExpiresAt <= now).OrderBy(token => token.ExpiresAt), cancellationToken)
            + await AllAsync(db.RefreshTokens.Where(token => token.ExpiresAt <= now).OrderBy(token => token.ExpiresAt), cancellationToken)
            + await AllAsync(db.OneTimeTokens.Where(token => token.ExpiresAt <= past).OrderBy(token => token.ExpiresAt), cancellationToken)
            + await AllAsync(db.SignUps.Where(signUp => signUp.CreatedAt <= newest).OrderBy(signUp => signUp.CreatedAt), cancellationToken)
            + await AllAsync(db.DataExports.Where(export => export.ExpiresAt <= now || export.FailedAt <= past).OrderBy(export => export.Id), cancellationToken)
            + await AllAsync(db.ApiKeys.Where(key => key.ExpiresAt <= past || key.RevokedAt <= past).OrderBy(key => key.Id), cancellationToken)
            + await AllAsync(db.Sessions.Where(session => session.ExpiresAt <= past || session.EndedAt <= past).OrderBy(session => session.Id), cancellationToken);
    }

    private static async Task<int> AllAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        var removed = 0;
        int step;
        do
        {
            step = await rows.Take(AtOnce).ExecuteDeleteAsync(cancellationToken);
            removed += step;
        }
        while (step == AtOnce);

        return removed;
    }
}
