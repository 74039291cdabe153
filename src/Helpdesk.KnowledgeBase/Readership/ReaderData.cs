using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Readership;

/// <summary>What the knowledge base keeps about a reader.</summary>
internal sealed class ReaderData(KnowledgeBaseDbContext db) : IPersonalData
{
    public async Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddAllAsync(
            "knowledge-base/searches.json",
            "What you looked for in the knowledge base in the last 90 days.",
            db.Searches.AsNoTracking().Where(search => search.ReaderId == userId).OrderBy(search => search.AskedAt)
                .Select(search => new { search.Words, search.Found, search.AskedAt }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddAllAsync(
            "knowledge-base/solved.json",
            "When an article helped you before you filed a ticket.",
            db.Deflections.AsNoTracking().Where(solved => solved.ReaderId == userId).OrderBy(solved => solved.SolvedAt)
                .Join(db.Items, solved => solved.ItemId, item => item.Id, (solved, item) => new { Article = item.Slug, solved.SolvedAt }).AsAsyncEnumerable(),
            cancellationToken);
    }
}
