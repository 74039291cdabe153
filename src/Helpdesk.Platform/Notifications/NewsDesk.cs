using System.Text.Json;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Platform.Notifications;

/// <summary>One piece of news as a use case tells it. What it says is made when it is read or sent, with the reader's rights of that moment.</summary>
public sealed record News(NewsKind Kind, string SubjectKind, Guid SubjectId)
{
    /// <summary>Who caused it; null for the helpdesk itself.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Ids and words that it needs to be told.</summary>
    public object Parameters { get; init; } = new { };

    /// <summary>The kind of mail that tells it.</summary>
    public required string MailKind { get; init; }

    /// <summary>The conversation that the mail belongs to.</summary>
    public string? Thread { get; init; }

    /// <summary>How its mail joins one that still waits; null when each is a mail of its own.</summary>
    public MailFold? Fold { get; init; }

    /// <summary>Who spoke last and waits for it: to them it goes without a pause.</summary>
    public Guid? AwaitedBy { get; init; }
}

/// <summary>How one person wants to hear of one event, and where mail finds them.</summary>
public sealed record NewsWish(Guid UserId, string Email, string Name, bool InApp, MailPace Mail)
{
    /// <summary>The end of the person's quiet hours; null outside of them.</summary>
    public DateTimeOffset? QuietUntil { get; init; }
}

/// <summary>What people chose, kept by whoever keeps the people.</summary>
public interface INewsChoices
{
    /// <summary>The wishes of those who may use the helpdesk; the others are not in the answer.</summary>
    Task<IReadOnlyList<NewsWish>> OfAsync(NewsKind kind, IReadOnlyCollection<Guid> people, CancellationToken cancellationToken);
}

/// <summary>Brings news to people on the ways that they chose. All of it is saved with the change that caused it.</summary>
public sealed class NewsDesk(MailBursts bursts, INewsChoices choices, TimeProvider clock)
{
    /// <summary>Adds to the context what each of the readers wants to get. Who caused it knows already: in the app, nobody is told of their own acts.</summary>
    public async Task TellAsync(DbContext db, News news, IReadOnlyCollection<Guid> readers, CancellationToken cancellationToken)
    {
        if (readers.Count == 0)
        {
            return;
        }

        var wishes = await choices.OfAsync(news.Kind, readers, cancellationToken);
        db.AddRange(wishes.Where(wish => wish.InApp && wish.UserId != news.ActorId).Select(wish => Row(news, wish)));
        db.AddRange(wishes.Where(wish => wish.Mail == MailPace.Digest).Select(wish => DigestItemOf(news, wish)));
        await bursts.AddAsync(db, news, [.. wishes.Where(wish => wish.Mail == MailPace.Now)], cancellationToken);
    }

    private Notification Row(News news, NewsWish wish) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        UserId = wish.UserId,
        Event = news.Kind.Name,
        SubjectKind = news.SubjectKind,
        SubjectId = news.SubjectId,
        ActorId = news.ActorId,
        Parameters = JsonSerializer.Serialize(news.Parameters),
        CreatedAt = clock.GetUtcNow(),
    };

    private DigestItem DigestItemOf(News news, NewsWish wish) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        RecipientId = wish.UserId,
        Kind = news.MailKind,
        Parameters = JsonSerializer.Serialize(news.Parameters),
        CreatedAt = clock.GetUtcNow(),
    };
}
