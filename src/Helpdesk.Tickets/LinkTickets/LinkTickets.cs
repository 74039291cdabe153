using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.LinkTickets;

internal sealed record LinkTicketsRequest
{
    /// <summary>related, blocks, blocked_by, follow_up or followed_by, read from the ticket of the address.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Id or number of the other one; a # may stand before the number.</summary>
    public string Ticket { get; init; } = "";
}

/// <summary>Says how two tickets belong together. A word of the team to itself: nobody else hears of it.</summary>
internal sealed class LinkTicketsHandler(TicketsDbContext db, Merges merges, TimeProvider clock)
{
    public Task<Outcome<LinkView>> HandleAsync(Guid ticketId, LinkTicketsRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<LinkView>> TryAsync(Guid ticketId, LinkTicketsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can link tickets.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(found => found.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (ticket.CheckMerged() is { } merged)
        {
            return merged;
        }

        if (LinkWord.Read(request.Kind) is not { } word)
        {
            return new Refusal.Invalid(nameof(request.Kind), LinkWord.Choices);
        }

        var name = request.Ticket.Trim();
        if (name.Length == 0 || await db.Tickets.Called(name).SingleOrDefaultAsync(cancellationToken) is not { } named)
        {
            return new Refusal.Invalid(nameof(request.Ticket), name.Length == 0 ? "Enter the number of a ticket." : "There is no ticket with this number.");
        }

        var other = await merges.SurvivorOfAsync(named, cancellationToken);
        if (other.Id == ticket.Id)
        {
            return new Refusal.Invalid(nameof(request.Ticket), "A ticket cannot be linked to itself.");
        }

        await using var transaction = await db.LockLinksAsync(cancellationToken);
        var (from, to) = word.IsBackwards ? (other, ticket) : (ticket, other);
        if (await CheckAsync(from, to, word, other.Number, cancellationToken) is { } refused)
        {
            return refused;
        }

        var link = from.LinkTo(to, word.Kind, user.Id, clock.Now());
        db.Add(link);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new LinkView(link.Id, word.Word, new LinkedTicket(other.Id, other.Number, other.Subject, other.Status));
    }

    private async Task<Refusal?> CheckAsync(Ticket from, Ticket to, LinkWord word, int number, CancellationToken cancellationToken)
    {
        if (await db.Links.AnyAsync(
            link => link.Kind == word.Kind
                && ((link.FromId == from.Id && link.ToId == to.Id) || (word.Kind == TicketLinkKind.Related && link.FromId == to.Id && link.ToId == from.Id)),
            cancellationToken))
        {
            return new Refusal.Conflict($"It {word.Phrase} #{number} already.");
        }

        var makesCircle = word.Kind != TicketLinkKind.Related && await db.Database.SqlQuery<bool>(
            $"""
            with recursive reached as (
                select to_id from tickets.ticket_links where from_id = {to.Id} and kind = {(int)word.Kind}
                union
                select next.to_id from tickets.ticket_links as next join reached on next.from_id = reached.to_id where next.kind = {(int)word.Kind})
            select exists (select 1 from reached where to_id = {from.Id}) as "Value"
            """).SingleAsync(cancellationToken);
        return !makesCircle ? null
            : new Refusal.Conflict(word.Kind == TicketLinkKind.Blocks ? "Then these tickets would block each other." : "Then these tickets would follow each other.");
    }
}

internal sealed class UnlinkTicketsHandler(TicketsDbContext db, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, Guid linkId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, linkId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, Guid linkId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can remove links.");
        }

        await using var transaction = await db.LockLinksAsync(cancellationToken);
        if (await db.Links.SingleOrDefaultAsync(found => found.Id == linkId && (found.FromId == ticketId || found.ToId == ticketId), cancellationToken) is not { } link)
        {
            return new Refusal.NotFound();
        }

        var ends = await db.Tickets.Where(ticket => ticket.Id == link.FromId || ticket.Id == link.ToId).ToDictionaryAsync(ticket => ticket.Id, cancellationToken);
        ends[link.FromId].Unlink(ends[link.ToId], link.Kind, user.Id, clock.Now());
        db.Remove(link);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ends[ticketId];
    }
}

internal sealed class ListLinksHandler(TicketsDbContext db)
{
    public async Task<Outcome<IReadOnlyList<LinkView>>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team sees links.");
        }

        return await db.Tickets.AnyAsync(ticket => ticket.Id == ticketId, cancellationToken)
            ? (await db.LinksOfAsync(ticketId, cancellationToken)).ToList()
            : new Refusal.NotFound();
    }
}
