namespace Helpdesk.KnowledgeBase.Model;

internal sealed class Item
{
    public const int TitleLength = 500;
    public const int SummaryLength = 1_000;

    public Guid Id { get; init; }

    public ItemType Type { get; init; }

    public string Title { get; private set; } = "";

    public string Slug { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    public string Category { get; private set; } = "";

    public List<string> Tags { get; private set; } = [];

    public ItemStatus Status { get; private set; }

    public Visibility Visibility { get; private set; }

    public Guid AuthorId { get; init; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Raised by every change; a writer who saw an older one is told.</summary>
    public int Version { get; private set; }

    public static Item Write(Guid authorId, string title, string summary, string body, string category, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Type = ItemType.Article,
        Title = title,
        Slug = Slugs.Of(title),
        Summary = summary,
        Body = body,
        Category = category,
        AuthorId = authorId,
        CreatedAt = now,
        UpdatedAt = now,
        Version = 1,
    };

    public void Publish(Visibility visibility, DateTimeOffset now)
    {
        Status = ItemStatus.Published;
        Visibility = visibility;
        PublishedAt ??= now;
        UpdatedAt = now;
        Version++;
    }
}

internal enum ItemType
{
    Article = 0,
    Video = 1,
    Document = 2,
}

internal enum ItemStatus
{
    Draft = 0,
    Published = 1,
    Archived = 2,
}

internal enum Visibility
{
    Everyone = 0,
    Internal = 1,
}
