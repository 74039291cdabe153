using Helpdesk.Platform;
using Helpdesk.Tickets.CannedAnswers;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>What a macro would do to a ticket: its changes in words, and what it would say.</summary>
internal sealed record FilledMacro(Guid Id, string Name, IReadOnlyList<string> Changes, string Text);

internal sealed record PreviewMacroRequest
{
    /// <summary>As for saving it.</summary>
    public SaveMacroRequest Macro { get; init; } = new();

    /// <summary>Number or id.</summary>
    public string Ticket { get; init; } = "";
}

/// <summary>Shows what the macros of a person would do to a ticket.</summary>
internal sealed class PreviewMacrosHandler(TicketsDbContext db, ListMacrosHandler list, MacroReading reading, MacroChecking checking, MacroWords words, TicketViews views)
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

    /// <summary>A macro that is still being written, on any ticket.</summary>
    public async Task<Outcome<FilledMacro>> TryAsync(PreviewMacroRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has macros.");
        }

        if (SaveMacroValidator.Rules.Check(request.Macro) is { } invalid)
        {
            return invalid;
        }

        var change = await checking.ReadAsync(request.Macro.Change, cancellationToken);
        if (change.Value is not { } known)
        {
            return change.Refusal!;
        }

        var number = request.Ticket.Trim().TrimStart('#');
        if (number.Length == 0 || await db.Tickets.AsNoTracking().Called(number).SingleOrDefaultAsync(cancellationToken) is not { } ticket)
        {
            return new Refusal.Invalid(nameof(request.Ticket), "Choose a ticket that you can see.");
        }

        var view = await views.OfAsync(ticket, user, cancellationToken);
        return new FilledMacro(Guid.Empty, request.Macro.Name, await words.OfAsync(known, cancellationToken), Placeholders.Fill(request.Macro.Reply, view, user));
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
