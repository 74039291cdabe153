using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal sealed class ItemWordIndex(KnowledgeBaseDbContext db) : IWordIndex
{
    private const int AtOnce = 100;

    public string Name => "items";

    // The database computes the words anew when it is told of a title, be it the same.
    public async Task<Guid?> GatherAfterAsync(Guid id, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<Guid?>(
            $"""
            with gathered as (
                update kb.items set title = title where id in (select id from kb.items where id > {id} order by id limit {AtOnce}) returning id)
            select id as "Value" from gathered order by id desc limit 1
            """).ToListAsync(cancellationToken)).SingleOrDefault();
}
