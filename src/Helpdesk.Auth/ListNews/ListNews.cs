using System.Text.Json.Serialization;
using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Notifications;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ListNews;

internal sealed record ListNewsRequest
{
    public bool? Unread { get; init; }

    /// <summary>Only what is meant for the one person, such as a mention.</summary>
    public bool? Direct { get; init; }

    public string? Cursor { get; init; }

    /// <summary>1 to 100; 25 when nothing is said.</summary>
    public int? Limit { get; init; }
}

/// <summary>One piece of news: what happened, to what (with its address on this site), and whether it was read.</summary>
internal sealed record NewsView(
    Guid Id, string Event, string SubjectKind, Guid SubjectId, string Subject, string Url, string Text, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt)
{
    /// <summary>Where the page posts that its reader wants to hear no more of it.</summary>
    [JsonIgnore]
    public string? MuteUrl { get; init; }
}

/// <summary>A person's own news, the newest first, in the words that their rights of this moment allow.</summary>
internal sealed class ListNewsHandler(AuthDbContext db, IEnumerable<INewsTeller> tellers, IEnumerable<NewsKind> kinds, TimeProvider clock)
{
    public async Task<Outcome<CursorPage<NewsView>>> HandleAsync(ListNewsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.Limit is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid(nameof(request.Limit), $"Ask for 1 to {Cursor.MaximumLimit} at once.");
        }

        var mine = db.Set<Notification>().AsNoTracking().Where(news => news.UserId == user.Id);
        mine = request.Unread is not { } isUnread ? mine : isUnread ? mine.Where(news => news.ReadAt == null) : mine.Where(news => news.ReadAt != null);
        if (request.Direct == true)
        {
            string[] direct = [.. kinds.Where(kind => kind.IsDirect).Select(kind => kind.Name)];
            mine = mine.Where(news => direct.Contains(news.Event));
        }

        if (!string.IsNullOrEmpty(request.Cursor))
        {
            if (Cursor.Read<Position>(request.Cursor) is not { } from)
            {
                return new Refusal.Invalid(nameof(request.Cursor), "This cursor is not one of ours. Begin at the start of the list.");
            }

            mine = mine.Where(news => news.CreatedAt < from.At || (news.CreatedAt == from.At && news.Id < from.Id));
        }

        var limit = request.Limit ?? Cursor.DefaultLimit;
        var rows = await mine.OrderByDescending(news => news.CreatedAt).ThenByDescending(news => news.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var page = rows.Take(limit).ToList();
        var lines = await TellAsync(page, user, cancellationToken);
        return new CursorPage<NewsView>(
            [
                .. page.Where(news => lines.ContainsKey(news.Id)).Select(news => new NewsView(
                    news.Id, news.Event, news.SubjectKind, news.SubjectId, lines[news.Id].Subject, lines[news.Id].Url, lines[news.Id].Text, news.CreatedAt, news.ReadAt)
                {
                    MuteUrl = lines[news.Id].MuteUrl,
                }),
            ],
            rows.Count > limit ? Cursor.Write(new Position(page[^1].CreatedAt, page[^1].Id)) : null);
    }

    private async Task<Dictionary<Guid, NewsLine>> TellAsync(List<Notification> page, CurrentUser user, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<Guid, NewsLine>();
        foreach (var teller in tellers)
        {
            List<Notification> its = [.. page.Where(news => news.SubjectKind == teller.SubjectKind)];
            foreach (var (id, line) in its.Count == 0 ? new Dictionary<Guid, NewsLine>() : await teller.TellAsync(its, user, cancellationToken))
            {
                lines[id] = line;
            }
        }

        // What can no longer be told waits for nobody.
        var untold = page.Where(news => news.ReadAt is null && !lines.ContainsKey(news.Id)).Select(news => news.Id).ToArray();
        if (untold.Length > 0)
        {
            var now = clock.GetUtcNow();
            await db.Set<Notification>().Where(news => untold.Contains(news.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(news => news.ReadAt, now), cancellationToken);
        }

        return lines;
    }

    private sealed record Position(DateTimeOffset At, Guid Id);
}
