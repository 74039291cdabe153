using System.Linq.Expressions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Data;

/// <summary>Where a page of a list ended: the last row's sort value and id.</summary>
internal sealed record TicketPosition(string Sort, long Value, Guid Id);

/// <summary>An order of a list of tickets, and how to go on behind a row: by comparing with it, so that page 200 costs what page 1 costs.</summary>
internal sealed class TicketOrder
{
    private readonly Func<IQueryable<Ticket>, TicketPosition?, IQueryable<Ticket>> apply;
    private readonly Func<TicketRow, long> valueOf;
    private readonly long largest;

    private TicketOrder(
        string word, Func<IQueryable<Ticket>, TicketPosition?, IQueryable<Ticket>> apply, Func<TicketRow, long> valueOf, long largest)
    {
        Word = word;
        this.apply = apply;
        this.valueOf = valueOf;
        this.largest = largest;
    }

    /// <summary>As in the address: "updated", or "-updated" for the newest first.</summary>
    public string Word { get; }

    /// <summary>The orders that an address may name. "updated" means what its reader may know of.</summary>
    public static TicketOrder? Read(string word, CurrentUser reader)
    {
        var descending = word.StartsWith('-');
        return (descending ? word[1..] : word) switch
        {
            "updated" when reader.IsStaff => ByTime(word, ticket => ticket.TouchedAt, row => row.TouchedAt.UtcTicks),
            "updated" => ByTime(word, ticket => ticket.UpdatedAt, row => row.UpdatedAt.UtcTicks),
            "created" => ByTime(word, ticket => ticket.CreatedAt, row => row.CreatedAt.UtcTicks),
            "number" => By(word, ticket => ticket.Number, value => (int)value, row => row.Number, int.MaxValue),
            "priority" => By(word, ticket => ticket.Priority, value => (TicketPriority)value, row => (long)row.Priority, (long)TicketPriority.Urgent),
            _ => null,
        };
    }

    /// <summary>The order of a list that holds only tickets that were resolved.</summary>
    public static TicketOrder? ReadOfResolved(string word, CurrentUser reader) => word is "resolved" or "-resolved"
        ? By(word, ticket => ticket.ResolvedAt, value => (DateTimeOffset?)TimeOf(value), row => row.ResolvedAt!.Value.UtcTicks, DateTime.MaxValue.Ticks)
        : Read(word, reader);

    /// <summary>One page behind the cursor, and the cursor of the next; a refusal when the cursor is not one of this list's.</summary>
    public async Task<Outcome<CursorPage<TicketRow>>> PageAsync(
        IQueryable<Ticket> tickets, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var size = limit ?? Cursor.DefaultLimit;
        if (size is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid("Limit", $"The limit can be from 1 to {Cursor.MaximumLimit}.");
        }

        TicketPosition? position = null;
        if (!string.IsNullOrEmpty(cursor))
        {
            position = Cursor.Read<TicketPosition>(cursor);
            if (position is null || position.Sort != Word || position.Value < 0 || position.Value > largest)
            {
                return new Refusal.Invalid("Cursor", "This cursor does not belong to this list. Begin without one.");
            }
        }

        var rows = await apply(tickets.AsNoTracking(), position).Take(size + 1).Select(TicketRow.Projection).ToListAsync(cancellationToken);
        if (rows.Count <= size)
        {
            return new CursorPage<TicketRow>(rows, null);
        }

        rows.RemoveAt(size);
        return new CursorPage<TicketRow>(rows, Cursor.Write(new TicketPosition(Word, valueOf(rows[^1]), rows[^1].Id)));
    }

    private static TicketOrder By<T>(
        string word, Expression<Func<Ticket, T>> key, Func<long, T> read, Func<TicketRow, long> valueOf, long largest) => new(
        word,
        (tickets, position) =>
        {
            var descending = word.StartsWith('-');
            var behind = position is null ? tickets : tickets.Where(Behind(key, read(position.Value), position.Id, descending));
            return descending
                ? behind.OrderByDescending(key).ThenByDescending(ticket => ticket.Id)
                : behind.OrderBy(key).ThenBy(ticket => ticket.Id);
        },
        valueOf,
        largest);

    private static TicketOrder ByTime(string word, Expression<Func<Ticket, DateTimeOffset>> key, Func<TicketRow, long> valueOf) =>
        By(word, key, TimeOf, valueOf, DateTime.MaxValue.Ticks);

    /// <summary>(key, id) &gt; (value, id) as one comparison of rows, which an index on both columns answers.</summary>
    private static Expression<Func<Ticket, bool>> Behind<T>(Expression<Func<Ticket, T>> key, T value, Guid id, bool descending)
    {
        Expression<Func<T, Guid, bool>> template = descending
            ? (sort, ticketId) => EF.Functions.LessThan(ValueTuple.Create(sort, ticketId), ValueTuple.Create(value, id))
            : (sort, ticketId) => EF.Functions.GreaterThan(ValueTuple.Create(sort, ticketId), ValueTuple.Create(value, id));
        var ticket = key.Parameters[0];
        var body = new Replace(template.Parameters[0], key.Body, template.Parameters[1], Expression.Property(ticket, nameof(Ticket.Id)))
            .Visit(template.Body);
        return Expression.Lambda<Func<Ticket, bool>>(body, ticket);
    }

    private static DateTimeOffset TimeOf(long ticks) => new(ticks, TimeSpan.Zero);

    private sealed class Replace(Expression first, Expression firstBy, Expression second, Expression secondBy) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == first ? firstBy : node == second ? secondBy : node;
    }
}
