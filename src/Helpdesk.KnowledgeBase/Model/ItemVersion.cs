namespace Helpdesk.KnowledgeBase.Model;

/// <summary>The text of an item as somebody saved it; never changed.</summary>
internal sealed class ItemVersion : ItemText
{
    public Guid ItemId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    public Guid WriterId { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    public static ItemVersion Of(Item item, Guid writerId, DateTimeOffset now)
    {
        var version = new ItemVersion { ItemId = item.Id, Number = item.TextVersion, WriterId = writerId, SavedAt = now };
        version.Take(item.Text);
        return version;
    }
}
