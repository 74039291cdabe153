using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.GiveFeedback;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Deflect;

/// <summary>Counts a question that an item answered before it was asked.</summary>
internal sealed class SolveHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public async Task<Outcome<SolvedByItem>> HandleAsync(Guid itemId, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (await db.ReadableAsync(itemId, reader, cancellationToken) is null)
        {
            return new Refusal.NotFound();
        }

        var now = clock.GetUtcNow();
        var solved = new Deflection { Id = Guid.CreateVersion7(now), ItemId = itemId, ReaderId = reader.Id, SolvedAt = now };
        db.Add(solved);
        await db.SaveChangesAsync(cancellationToken);
        return new SolvedByItem(solved.Id, itemId);
    }
}

/// <summary>Takes one's own back.</summary>
internal sealed class UndoSolveHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser reader, CancellationToken cancellationToken) =>
        await db.Deflections.Where(solved => solved.Id == id && solved.ReaderId == reader.Id).ExecuteDeleteAsync(cancellationToken) == 0
            ? new Refusal.NotFound()
            : Done.It;
}
