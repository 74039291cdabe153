using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Helpdesk.Tickets.Data;

/// <summary>For changes of very many tickets at once, of which open pages must not hear one by one.</summary>
internal static class Quiet
{
    /// <summary>Until the end of the transaction the tickets' trigger sends no signals.</summary>
    public static Task TellNobodyAsync(this DatabaseFacade database, CancellationToken cancellationToken) =>
        database.ExecuteSqlAsync($"select set_config('helpdesk.quiet', 'on', true)", cancellationToken);
}
