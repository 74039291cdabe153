using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Model;

/// <summary>An article, a video or a document that answers questions before they become tickets.</summary>
internal sealed class Item : ItemText
{
    /// <summary>How long a deleted item can be taken out of the bin again.</summary>
    public static readonly TimeSpan KeptInBin = TimeSpan.FromDays(30);

    /// <summary>How long an item that was found true counts as true.</summary>
    public const int MonthsBetweenReviews = 6;

    public Guid Id { get; init; }

    public ItemType Type { get; init; }

    public string Slug { get; private set; } = "";

    public Guid? CategoryId { get; private set; }

    public Category? Category { get; private init; }

    public List<string> Tags { get; private set; } = [];

    public ItemStatus Status { get; private set; }

    public Visibility Visibility { get; private set; }

    public Guid AuthorId { get; init; }

    /// <summary>Who keeps it true.</summary>
    public Guid OwnerId { get; private set; }

    /// <summary>When its owner is to read it again.</summary>
    public DateOnly? ReviewBy { get; private set; }

    /// <summary>When somebody last read it again and found it true.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>When it first became readable.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When a draft becomes readable by itself.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    public Guid? DeletedById { get; private set; }

    /// <summary>What readers of an archived item should read instead.</summary>
    public Guid? ReplacedById { get; private set; }

    /// <summary>The ticket that it was made from; agents alone see it.</summary>
    public Guid? TicketId { get; init; }

    public int Helpful { get; private set; }

    public int NotHelpful { get; private set; }

    /// <summary>The text that a program read out of the file.</summary>
    public string ExtractedText { get; private set; } = "";

    public ExtractionState Extraction { get; private set; }

    public int ExtractionAttempts { get; private set; }

    public DateTimeOffset? ExtractAt { get; private set; }

    /// <summary>The number of the newest version of its text.</summary>
    public int TextVersion { get; private set; } = 1;

    /// <summary>Raised by every change; a writer who saw an older one is told.</summary>
    public int Version { get; private set; } = 1;

    public static Item Begin(ItemType type, Guid authorId, WrittenText text, DateTimeOffset now, Guid? ticketId = null)
    {
        var item = new Item
        {
            Id = Guid.CreateVersion7(now),
            Type = type,
            AuthorId = authorId,
            OwnerId = authorId,
            CreatedAt = now,
            UpdatedAt = now,
            TicketId = ticketId,
            Slug = Slugs.Of(text.Title),
        };
        item.Take(text);
        item.AwaitExtraction(now);
        return item;
    }

    /// <summary>The version is the one that the caller saw; null asks for none.</summary>
    public Refusal? CheckVersion(int? seen) =>
        seen is null || seen == Version ? null : new Refusal.Stale("Somebody changed this meanwhile. Look at it, then choose.");

    /// <summary>Readers must find something to read, to see or to take away.</summary>
    public Refusal? CheckContent() => Type switch
    {
        ItemType.Article when string.IsNullOrWhiteSpace(Body) => new Refusal.Conflict("Write a text first. There is nothing to read yet."),
        ItemType.Video when VideoUrl is null && FileId is null => new Refusal.Conflict("Add the video first, as a file or by its address."),
        ItemType.Document when FileId is null => new Refusal.Conflict("Add the document first."),
        _ => null,
    };

    /// <summary>Gives it a new text, which is the version that is returned; null when nothing is different.</summary>
    public ItemVersion? Write(WrittenText text, Guid writerId, DateTimeOffset now)
    {
        if (text == Text)
        {
            return null;
        }

        var isOtherFile = text.FileId != FileId;
        Take(text);
        TextVersion++;
        if (isOtherFile)
        {
            AwaitExtraction(now);
        }

        Change(now);
        return NewestVersion(writerId, now);
    }

    /// <summary>Its text as it is now, as a version.</summary>
    public ItemVersion NewestVersion(Guid writerId, DateTimeOffset now) => ItemVersion.Of(this, writerId, now);

    public void File(Guid? categoryId, IEnumerable<string> tags, Visibility visibility, DateTimeOffset now)
    {
        (CategoryId, Tags, Visibility) = (categoryId, [.. tags], visibility);
        Change(now);
    }

    public void HandTo(Guid ownerId, DateOnly? reviewBy, DateTimeOffset now)
    {
        (OwnerId, ReviewBy) = (ownerId, reviewBy);
        Change(now);
    }

    /// <summary>Somebody read it again and found it true.</summary>
    public void Confirm(DateOnly today, DateTimeOffset now)
    {
        (ReviewedAt, ReviewBy) = (now, today.AddMonths(MonthsBetweenReviews));
        Change(now);
    }

    /// <summary>Gives it another address; the one it had goes on leading here, when readers may know it.</summary>
    public FormerSlug? MoveTo(string slug, DateTimeOffset now)
    {
        if (slug == Slug)
        {
            return null;
        }

        var former = PublishedAt is null ? null : new FormerSlug { Slug = Slug, ItemId = Id };
        Slug = slug;
        Change(now);
        return former;
    }

    public void Publish(DateTimeOffset now)
    {
        Status = ItemStatus.Published;
        (PublishAt, ReplacedById) = (null, null);
        PublishedAt ??= now;
        Change(now);
    }

    public void Schedule(DateTimeOffset publishAt, DateTimeOffset now)
    {
        PublishAt = publishAt;
        Change(now);
    }

    /// <summary>It is not published by itself any more, and stays what it is.</summary>
    public void TakeTimeOff(DateTimeOffset now)
    {
        PublishAt = null;
        Change(now);
    }

    public void Unpublish(DateTimeOffset now)
    {
        Status = ItemStatus.Draft;
        (PublishAt, ReplacedById) = (null, null);
        Change(now);
    }

    public void Archive(Guid? replacedById, DateTimeOffset now)
    {
        Status = ItemStatus.Archived;
        (PublishAt, ReplacedById) = (null, replacedById);
        Change(now);
    }

    public void Delete(Guid deletedById, DateTimeOffset now)
    {
        (DeletedAt, DeletedById) = (now, deletedById);
        Change(now);
    }

    public void TakeOutOfBin(DateTimeOffset now)
    {
        (DeletedAt, DeletedById) = (null, null);
        Status = ItemStatus.Draft;
        PublishAt = null;
        Change(now);
    }

    /// <summary>An attempt at reading the file begins; should it never end, another is made at the given time.</summary>
    public void TryExtraction(DateTimeOffset again)
    {
        ExtractAt = again;
        ExtractionAttempts++;
    }

    /// <summary>Ends the attempts at reading the file.</summary>
    public void EndExtraction(ExtractionState state, string text = "") =>
        (Extraction, ExtractedText, ExtractAt) = (state, text, null);

    private void AwaitExtraction(DateTimeOffset now)
    {
        var isDue = Type == ItemType.Document && FileId is not null;
        (Extraction, ExtractAt) = isDue ? (ExtractionState.Waiting, now) : (ExtractionState.None, null as DateTimeOffset?);
        (ExtractedText, ExtractionAttempts) = ("", 0);
    }

    private void Change(DateTimeOffset now)
    {
        UpdatedAt = now;
        Version++;
    }
}
