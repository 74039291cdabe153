using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowHome;

/// <summary>The tags of what the reader may see, by name.</summary>
internal sealed class ListTagsHandler(KnowledgeBaseDbContext db)
{
    public async Task<IReadOnlyList<TagView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await db.Items.AsNoTracking().VisibleTo(user).Published()
            .SelectMany(item => item.Tags)
            .GroupBy(tag => tag)
            .OrderBy(tag => tag.Key)
            .Select(tag => new TagView(tag.Key, tag.Count()))
            .ToListAsync(cancellationToken);
}

internal sealed record TagView(string Name, int Count);
