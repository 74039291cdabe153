using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal static class FreeSlug
{
    /// <summary>The address, with the least number behind it that makes it one that no other item has or had.</summary>
    public static async Task<string> FreeSlugAsync(this KnowledgeBaseDbContext db, string slug, Guid itemId, CancellationToken cancellationToken)
    {
        var numbered = $"{slug}-%";
        var taken = await db.Items.Where(item => item.Id != itemId && (item.Slug == slug || EF.Functions.Like(item.Slug, numbered))).Select(item => item.Slug)
            .Union(db.FormerSlugs.Where(former => former.ItemId != itemId && (former.Slug == slug || EF.Functions.Like(former.Slug, numbered))).Select(former => former.Slug))
            .ToHashSetAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? slug : $"{slug}-{number}").First(free => !taken.Contains(free));
    }
}
