using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.ChangeItem;

internal sealed class ShowManagedItemHandler(KnowledgeBaseDbContext db, ManagedItems views)
{
    public async Task<Outcome<ManagedItem>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        return found.Value is { } item ? await views.OfAsync(item, cancellationToken) : found.Refusal!;
    }
}
