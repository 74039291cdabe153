namespace Helpdesk.KnowledgeBase.Model;

/// <summary>What one writer has changed of an item and not saved yet; readers never see it.</summary>
internal sealed class Writing : ItemText
{
    /// <summary>How long after the last key somebody still counts as writing.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(2);

    public Guid ItemId { get; init; }

    public Guid WriterId { get; init; }

    /// <summary>The version of the text that the writer began from.</summary>
    public int BaseVersion { get; private set; }

    public Guid? CategoryId { get; private set; }

    public List<string> Tags { get; private set; } = [];

    public Visibility Visibility { get; private set; }

    public DateTimeOffset BeganAt { get; init; }

    public DateTimeOffset SavedAt { get; private set; }

    public void Keep(WrittenText text, Guid? categoryId, IEnumerable<string> tags, Visibility visibility, int baseVersion, DateTimeOffset now)
    {
        Take(text);
        (CategoryId, Tags, Visibility, BaseVersion, SavedAt) = (categoryId, [.. tags], visibility, baseVersion, now);
    }
}
