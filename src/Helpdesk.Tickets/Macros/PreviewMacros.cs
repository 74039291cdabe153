using Helpdesk.Platform;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>What a macro would do to a ticket: its changes in words, and what it would say.</summary>
internal sealed record FilledMacro(Guid Id, string Name, IReadOnlyList<string> Changes, string Text);

/// <summary>Shows what the macros of a person would do to a ticket.</summary>
internal sealed class PreviewMacrosHandler(TicketsDbContext db, ListMacrosHandler list, MacroReading reading, TicketViews views)
{
    public async Task<Outcome<IReadOnlyList<FilledMacro>>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        var macros = await list.HandleAsync(user, cancellationToken);
        return macros.Value is { } found ? await FillAsync(ticketId, found, user, cancellationToken) : macros.Refusal!;
    }

    public async Task<Outcome<FilledMacro>> FindAsync(Guid ticketId, Guid macroId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await reading.ReadAsync(macroId, user, cancellationToken) is not { } macro)
        {
            return new Refusal.NotFound();
        }

        var filled = await FillAsync(ticketId, [macro], user, cancellationToken);
        return filled.Value is { } only ? only[0] : filled.Refusal!;
    }

    private async Task<Outcome<IReadOnlyList<FilledMacro>>> FillAsync(
        Guid ticketId, IReadOnlyList<MacroView> macros, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Tickets.AsNoTracking().SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        var view = await views.OfAsync(ticket, user, cancellationToken);
        return macros.Select(macro => new FilledMacro(macro.Id, macro.Name, macro.Sentences, Placeholders.Fill(macro.Reply, view, user))).ToList();
    }
}
