using Helpdesk.Platform;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>What a macro would do to a ticket: its changes in words, and what it would say.</summary>
internal sealed record FilledMacro(Guid Id, string Name, IReadOnlyList<string> Changes, string Text);

/// <summary>Shows what the macros of a person would do to a ticket.</summary>
internal sealed class PreviewMacrosHandler(TicketsDbContext db, ListMacrosHandler list, TicketViews views)
{
    public async Task<Outcome<IReadOnlyList<FilledMacro>>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        var macros = await list.HandleAsync(user, cancellationToken);
        if (macros.Value is not { } found)
        {
            return macros.Refusal!;
        }

        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        var view = await views.OfAsync(ticket, user, cancellationToken);
        return found.Select(macro => new FilledMacro(macro.Id, macro.Name, macro.Sentences, Placeholders.Fill(macro.Reply, view, user))).ToList();
    }

    public async Task<Outcome<FilledMacro>> FindAsync(Guid ticketId, Guid macroId, CurrentUser user, CancellationToken cancellationToken)
    {
        var all = await HandleAsync(ticketId, user, cancellationToken);
        return all.Value is not { } macros ? all.Refusal!
            : macros.FirstOrDefault(macro => macro.Id == macroId) is { } found ? found
            : new Refusal.NotFound();
    }
}
