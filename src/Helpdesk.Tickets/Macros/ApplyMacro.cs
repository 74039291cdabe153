using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Helpdesk.Tickets.ShareWork;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Macros;

/// <summary>Does to a ticket what a macro changes, by the rules of a change by hand; nothing is saved here.</summary>
internal sealed class MacroChanges(TicketsDbContext db, ITeamDirectory teams, ChangeTicketReading reading)
{
    /// <summary>The macro, once its changes are made; its status is left to the caller, because it may go with a reply.</summary>
    public async Task<Outcome<Macro>> MakeAsync(Ticket ticket, Guid macroId, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has macros.");
        }

        var mine = await SharingWords.TeamsOfAsync(teams, user, cancellationToken);
        if (await db.Macros.UsableBy(user.Id, mine).SingleOrDefaultAsync(found => found.Id == macroId, cancellationToken) is not { } macro)
        {
            return new Refusal.Invalid("MacroId", "This macro is gone. Choose another, or go on without it.");
        }

        var read = await reading.ReadAsync(MacroChange.Read(macro.Change).For(ticket.Tags, user.Id), ticket, user, cancellationToken);
        if (read.Value is not { } change)
        {
            var why = read.Refusal is Refusal.Invalid invalid ? invalid.Errors.Values.First()[0] : "";
            return new Refusal.Conflict($"“{macro.Name}” names something that is gone. {why}".TrimEnd());
        }

        change.Apply(ticket, user, now);
        ticket.NoteMacro(macro.Name, user.Id, now);
        macro.Uses++;
        return macro;
    }
}

internal sealed record ApplyMacroRequest
{
    /// <summary>What is said instead of the macro's own reply; empty to say nothing.</summary>
    public string? Body { get; init; }

    /// <summary>The newest message that the writer saw. When somebody else has written since, nothing is sent: 412.</summary>
    public Guid? LastSeenMessageId { get; init; }

    public bool SendAnyway { get; init; }
}

/// <summary>Makes a macro's changes and posts its reply, together or not at all.</summary>
internal sealed class ApplyMacroHandler(PreviewMacrosHandler previews, ReplyHandler reply, SilentMacro silent)
{
    public async Task<Outcome<Ticket>> HandleAsync(
        Guid ticketId, Guid macroId, ApplyMacroRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
    {
        var shown = await previews.FindAsync(ticketId, macroId, user, cancellationToken);
        if (shown.Value is not { } macro)
        {
            return shown.Refusal!;
        }

        var body = request.Body ?? macro.Text;
        if (string.IsNullOrWhiteSpace(body))
        {
            return await silent.ApplyAsync(ticketId, macroId, user, cancellationToken);
        }

        var answer = new ReplyRequest { Body = body, MacroId = macroId, LastSeenMessageId = request.LastSeenMessageId, SendAnyway = request.SendAnyway };
        var replied = await reply.HandleAsync(ticketId, answer, user, channel, cancellationToken);
        return replied.Value is { } done ? done.Ticket : replied.Refusal!;
    }
}

/// <summary>Applies a macro that says nothing.</summary>
internal sealed class SilentMacro(TicketsDbContext db, MacroChanges macros, TeamWork work, ChangeMails mails, TimeProvider clock)
{
    public Task<Outcome<Ticket>> ApplyAsync(Guid ticketId, Guid macroId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, macroId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, Guid macroId, CurrentUser user, CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.SingleAsync(found => found.Id == ticketId, cancellationToken);
        if (ticket.CheckMerged() is { } merged)
        {
            return merged;
        }

        var now = clock.Now();
        var made = await macros.MakeAsync(ticket, macroId, user, now, cancellationToken);
        if (made.Value is not { } macro)
        {
            return made.Refusal!;
        }

        if (MacroChange.Read(macro.Change).ReadStatus is { } status && ticket.ChangeStatus(user, status, now).Refusal is { } refused)
        {
            return refused;
        }

        await work.ShareAsync(ticket, now, cancellationToken);
        await mails.WriteAsync(ticket, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
