using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Merge;

internal sealed record MergeRequest
{
    /// <summary>Id or number of the ticket that goes on; a # may stand before the number.</summary>
    public string Into { get; init; } = "";
}

/// <summary>
/// Makes one ticket a pointer to another. Nothing is moved or copied, so it can be taken back: the one that goes on shows the
/// conversations of both, and who was on the merged one is copied in.
/// </summary>
internal sealed class MergeHandler(TicketsDbContext db, MergeReading reading, MergeAct act)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, MergeRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, MergeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var read = await reading.ReadAsync(ticketId, request, user, cancellationToken);
        if (read.Value is not { } pair)
        {
            return read.Refusal!;
        }

        act.Make(pair, user);
        await db.SaveChangesAsync(cancellationToken);
        return pair.Survivor;
    }
}

/// <summary>Makes the one ticket a pointer to the other; nothing is saved here.</summary>
internal sealed class MergeAct(TicketsDbContext db, AuditLog audit, TimeProvider clock)
{
    public void Make(MergePair pair, CurrentUser user)
    {
        var people = pair.Gaining;
        pair.Merged.MergeInto(pair.Survivor, user.Id, clock.Now());
        audit.Add(db, "ticket.merged", new AuditSubject("ticket", pair.Merged.Id.ToString()), new { into = pair.Survivor.Id, people });
    }
}

/// <summary>Takes a merge back: both tickets are what they were, and who was copied in by it is no longer.</summary>
internal sealed class UnmergeHandler(TicketsDbContext db, UnmergeAct act)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can take a merge back.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } merged)
        {
            return new Refusal.NotFound();
        }

        if (merged.MergedIntoId is not { } survivorId)
        {
            return new Refusal.Conflict("This ticket is not merged.");
        }

        var survivor = await db.Tickets.SingleAsync(ticket => ticket.Id == survivorId, cancellationToken);
        await act.MakeAsync(merged, survivor, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return merged;
    }
}

/// <summary>Takes the pointer of one ticket to another away; nothing is saved here.</summary>
internal sealed class UnmergeAct(TicketsDbContext db, AuditLog audit, TimeProvider clock)
{
    public async Task MakeAsync(Ticket merged, Ticket survivor, CurrentUser user, CancellationToken cancellationToken)
    {
        var before = await db.Events.AsNoTracking()
            .Where(entry => entry.TicketId == merged.Id && entry.Kind == TicketEventKind.MergedInto)
            .OrderByDescending(entry => entry.At)
            .FirstAsync(cancellationToken);
        var by = $"#{merged.Number}";
        var copied = await db.Events.AsNoTracking()
            .Where(entry => entry.TicketId == survivor.Id && entry.Kind == TicketEventKind.ParticipantAdded && entry.From == by && entry.At >= before.At)
            .Select(entry => entry.To!)
            .ToListAsync(cancellationToken);
        merged.Unmerge(survivor, Words.Read<TicketStatus>(before.From) ?? TicketStatus.Open, [.. copied.Select(Guid.Parse)], user.Id, clock.Now());
        audit.Add(db, "ticket.unmerged", new AuditSubject("ticket", merged.Id.ToString()), new { from = survivor.Id });
    }
}
