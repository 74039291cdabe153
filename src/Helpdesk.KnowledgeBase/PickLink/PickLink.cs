using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.PickLink;

/// <summary>An item that a text may lead to.</summary>
internal sealed record LinkView(string Title, string Url);

/// <summary>Finds published items by a part of their title, for writers who link to them.</summary>
internal sealed class PickLinkHandler(KnowledgeBaseDbContext db)
{
    private const int Most = 10;

    public async Task<Outcome<IReadOnlyList<LinkView>>> HandleAsync(string? text, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var items = db.Items.AsNoTracking().VisibleTo(user).Published();
        var found = await (text?.Trim() is { Length: > 0 } wanted ? items.TitleHolding(wanted) : items)
            .OrderByDescending(item => item.UpdatedAt)
            .Take(Most)
            .Select(item => new LinkView(item.Title, KnowledgeBaseUrls.Show(item.Slug)))
            .ToListAsync(cancellationToken);
        return found;
    }
}
