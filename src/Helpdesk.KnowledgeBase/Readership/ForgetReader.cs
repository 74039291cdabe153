using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Readership;

/// <summary>Forgets what an anonymised person looked for and what helped them; how often it was looked for and helped stays counted.</summary>
internal sealed class ForgetReader(KnowledgeBaseDbContext db) : IOnUserAnonymised
{
    public async Task HandleAsync(Guid userId, CancellationToken cancellationToken)
    {
        await db.Searches.Where(search => search.ReaderId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(search => search.ReaderId, (Guid?)null), cancellationToken);
        await db.Deflections.Where(solved => solved.ReaderId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(solved => solved.ReaderId, Guid.Empty), cancellationToken);
    }
}
