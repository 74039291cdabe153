using Helpdesk.Platform.Search;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Search;

internal sealed class TicketWordIndex(TicketsDbContext db) : IWordIndex
{
    private const int AtOnce = 200;

    public string Name => "tickets";

    public Task<Guid?> GatherAfterAsync(Guid id, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Guid?>($"select tickets.gather_words_after({id}, {AtOnce}) as \"Value\"").SingleAsync(cancellationToken);
}
