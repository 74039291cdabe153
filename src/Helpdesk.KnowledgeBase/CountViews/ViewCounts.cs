namespace Helpdesk.KnowledgeBase.CountViews;

/// <summary>How often each item was read since the counts were last written down. Nobody is told apart, so it needs no cookie.</summary>
internal sealed class ViewCounts(TimeProvider clock)
{
    private readonly Lock access = new();
    private Dictionary<ReadItem, int> counts = [];

    /// <summary>By its address, which is all that is known of a page that was kept.</summary>
    public void Count(string slug) => Add(new ReadItem(slug, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), 1);

    /// <summary>Hands over what was counted and begins anew.</summary>
    public IReadOnlyDictionary<ReadItem, int> Take()
    {
        lock (access)
        {
            var taken = counts;
            counts = [];
            return taken;
        }
    }

    public void PutBack(IReadOnlyDictionary<ReadItem, int> taken)
    {
        foreach (var (item, count) in taken)
        {
            Add(item, count);
        }
    }

    private void Add(ReadItem item, int count)
    {
        lock (access)
        {
            counts[item] = counts.GetValueOrDefault(item) + count;
        }
    }
}

internal sealed record ReadItem(string Slug, DateOnly Day);
