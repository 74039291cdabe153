using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Forget;

/// <summary>
/// Removes what an anonymised person had not saved, and what they said of items; the counts stay. Items and versions hold the
/// account's number and no name, so they show a former user by themselves. May run any number of times.
/// </summary>
internal sealed class ForgetWriter(KnowledgeBaseDbContext db) : IOnUserAnonymised
{
    public async Task HandleAsync(Guid userId, CancellationToken cancellationToken)
    {
        await db.Writings.Where(work => work.WriterId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Feedback.Where(feedback => feedback.ReaderId == userId).ExecuteDeleteAsync(cancellationToken);
    }
}
