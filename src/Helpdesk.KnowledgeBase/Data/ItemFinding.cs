using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Data;

internal static class ItemFinding
{
    public static readonly Refusal.Forbidden TeamOnly = new("Only the helpdesk team keeps the knowledge base.");

    /// <summary>An item for a member of the team who wants to change it; the version is the one that they saw, when they name one.</summary>
    public static Task<Outcome<Item>> ToChangeAsync(
        this KnowledgeBaseDbContext db, Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        FindAsync(db.Items.VisibleTo(user), id, version, user, cancellationToken);

    /// <summary>The same for one that lies in the bin.</summary>
    public static Task<Outcome<Item>> InBinAsync(
        this KnowledgeBaseDbContext db, Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        FindAsync(db.Items.Where(item => item.DeletedAt != null), id, version, user, cancellationToken);

    private static async Task<Outcome<Item>> FindAsync(
        IQueryable<Item> items, Guid id, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return TeamOnly;
        }

        var item = await items.Include(found => found.Category).SingleOrDefaultAsync(found => found.Id == id, cancellationToken);
        return item is null ? new Refusal.NotFound()
            : item.CheckVersion(version) is { } stale ? stale
            : item;
    }
}
