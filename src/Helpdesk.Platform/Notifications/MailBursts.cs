using System.Text.Json;
using System.Text.Json.Nodes;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Notifications;

/// <summary>How a mail joins one of its kind and conversation that still waits for the same person.</summary>
public sealed record MailFold
{
    private MailFold(string? gathers) => Gathers = gathers;

    /// <summary>The newest takes the place of the one that waits: only the last word counts.</summary>
    public static MailFold Newest { get; } = new((string?)null);

    /// <summary>The parameter whose values the waiting mail gathers; null when it is replaced.</summary>
    public string? Gathers { get; }

    /// <summary>The one that waits tells all: it keeps what it has and takes in the new value of the parameter.</summary>
    public static MailFold All(string parameter) => new(parameter);
}

/// <summary>
/// Keeps a burst from becoming a heap of mails: the first goes at once; what follows within two minutes waits until they are
/// over, in one mail; whoever answered in between does not wait. A mail that a drain has begun with is never touched: the save then fails as stale, and the act runs again.
/// </summary>
public sealed class MailBursts(Outbox outbox, TimeProvider clock)
{
    /// <summary>The name under which a mail keeps the values that it took in, oldest first.</summary>
    public const string More = "more";

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    // So long may a mail have waited for a server that was away, and still take in another one.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Adds the news for those who want it mailed now.</summary>
    public async Task AddAsync(DbContext db, News news, IReadOnlyList<NewsWish> wishes, CancellationToken cancellationToken)
    {
        var recent = news is { Fold: not null, Thread: { } thread } && wishes.Count > 0 ? await RecentAsync(db, news, thread, wishes, cancellationToken) : [];
        foreach (var wish in wishes)
        {
            var last = recent.Where(mail => mail.RecipientId == wish.UserId).MaxBy(mail => mail.NextAttemptAt);
            var isAwaited = wish.UserId == news.AwaitedBy;
            if (last is { SentAt: null, Attempts: 0, LockedUntil: null })
            {
                last.Parameters = Folded(last.Parameters, news);
                last.NextAttemptAt = isAwaited ? wish.QuietUntil ?? clock.GetUtcNow() : last.NextAttemptAt;
            }
            else
            {
                outbox.Add(db, new OutboxMail(news.MailKind, wish.UserId, wish.Email, wish.Name)
                {
                    Parameters = news.Parameters,
                    Thread = news.Thread,
                    NotBefore = isAwaited ? wish.QuietUntil : After(wish.QuietUntil, last?.NextAttemptAt + Pause),
                });
            }
        }
    }

    private async Task<List<OutboxEmail>> RecentAsync(DbContext db, News news, string thread, IReadOnlyList<NewsWish> wishes, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (paused, waited) = (now - Pause, now - LongestWait);
        var root = outbox.ThreadRoot(thread);
        Guid?[] people = [.. wishes.Select(wish => (Guid?)wish.UserId)];
        return await db.Set<OutboxEmail>()
            .Where(mail => people.Contains(mail.RecipientId) && mail.NextAttemptAt > waited && mail.Kind == news.MailKind && mail.References.Contains(root)
                && mail.FailedAt == null && mail.DroppedAt == null && (mail.NextAttemptAt > paused || mail.SentAt == null))
            .ToListAsync(cancellationToken);
    }

    private static string Folded(string waiting, News news)
    {
        var newest = JsonSerializer.SerializeToNode(news.Parameters)!.AsObject();
        if (news.Fold!.Gathers is not { } gathers)
        {
            return newest.ToJsonString();
        }

        var kept = JsonNode.Parse(waiting)!.AsObject();
        var more = kept[More] as JsonArray ?? [];
        more.Add(newest[gathers]!.DeepClone());
        kept[More] = more;
        return kept.ToJsonString();
    }

    private static DateTimeOffset? After(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other is null ? one ?? other : one > other ? one : other;
}
