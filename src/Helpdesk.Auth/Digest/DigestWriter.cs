using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Digest;

/// <summary>Makes one mail of a person's waiting items each morning. Several instances may write at once: an item goes into one digest.</summary>
internal sealed class DigestWriter(AuthDbContext db, Outbox outbox, ISiteSettings settings, TimeProvider clock) : IClockWork
{
    /// <summary>The hour, in each person's own time zone.</summary>
    public static readonly NumberSetting Hour = new("notifications.digest-hour", 8, 0, 23)
    {
        Area = SettingArea.Mail,
        Label = "Hour of the daily digest",
        Unit = "o’clock",
        Help = "In each person’s own time zone.",
    };

    private const int PeopleAtOnce = 500;

    public static TimeSpan Pause => TimeSpan.FromMinutes(5);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await WriteAsync(cancellationToken);
        return false;
    }

    /// <summary>The number of digests that were due.</summary>
    public async Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        var time = new TimeOnly((await settings.GetAsync(cancellationToken)).Value(Hour), 0);
        var waiting = await db.Set<DigestItem>().Where(item => item.DigestId == null)
            .GroupBy(item => item.RecipientId)
            .Select(items => new { RecipientId = items.Key, Since = items.Min(item => item.CreatedAt) })
            .OrderBy(person => person.Since)
            .Join(db.Users.AsNoTracking(), person => person.RecipientId, user => user.Id, (person, user) => new { person.Since, User = user })
            .Take(PeopleAtOnce)
            .ToListAsync(cancellationToken);
        var written = 0;
        foreach (var person in waiting)
        {
            if (QuietHours.NextAfter(person.Since, time, person.User.TimeZone) <= clock.GetUtcNow())
            {
                written += await WriteAsync(person.User, cancellationToken) ? 1 : 0;
            }
        }

        return written;
    }

    private async Task<bool> WriteAsync(User user, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var items = await db.Set<DigestItem>()
            .FromSql($"select * from platform.digest_items where recipient_id = {user.Id} and digest_id is null for update skip locked")
            .ToListAsync(cancellationToken);
        if (items.Count == 0)
        {
            return false;
        }

        if (user.IsActive)
        {
            var digest = Guid.CreateVersion7(clock.GetUtcNow());
            items.ForEach(item => item.DigestId = digest);
            outbox.Add(db, new OutboxMail(DigestMail.Kind, user.Id, user.Email!, user.Name)
            {
                Parameters = new { digest },
                NotBefore = QuietHours.EndAfter(clock.GetUtcNow(), user.TimeZone, user.QuietFrom, user.QuietTo),
            });
        }
        else
        {
            db.RemoveRange(items);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return user.IsActive;
    }
}
