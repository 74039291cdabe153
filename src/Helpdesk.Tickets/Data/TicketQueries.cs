using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Data;

/// <summary>Conditions that more than one use case asks for.</summary>
internal static class TicketQueries
{
    /// <summary>The tickets that this person may know of. Everything that reads or changes a ticket begins here.</summary>
    public static IQueryable<Ticket> VisibleTo(this IQueryable<Ticket> tickets, CurrentUser user)
    {
        if (user.IsStaff)
        {
            return tickets;
        }

        var id = user.Id;
        return tickets.Where(ticket => ticket.RequesterId == id || ticket.ParticipantIds.Contains(id));
    }

    /// <summary>The ticket with this id or number ("1042" or "#1042"); nothing when the text is neither.</summary>
    public static IQueryable<Ticket> Called(this IQueryable<Ticket> tickets, string idOrNumber)
    {
        if (Guid.TryParseExact(idOrNumber, "D", out var id))
        {
            return tickets.Where(ticket => ticket.Id == id);
        }

        return NumberOf(idOrNumber) is { } number
            ? tickets.Where(ticket => ticket.Number == number)
            : tickets.Where(ticket => false);
    }

    public static IQueryable<Ticket> Overdue(this IQueryable<Ticket> tickets, DateTimeOffset now) => tickets.Where(ticket =>
        ticket.Status <= TicketStatus.WaitingOnEmployee
        && ((ticket.FirstRespondedAt == null && ticket.FirstResponseDueAt < now) || ticket.ResolutionDueAt < now));

    public static IQueryable<Ticket> NotOverdue(this IQueryable<Ticket> tickets, DateTimeOffset now) => tickets.Where(ticket =>
        ticket.Status > TicketStatus.WaitingOnEmployee
        || ((ticket.FirstRespondedAt != null || ticket.FirstResponseDueAt == null || ticket.FirstResponseDueAt >= now)
            && (ticket.ResolutionDueAt == null || ticket.ResolutionDueAt >= now)));

    public static int? NumberOf(string text) =>
        int.TryParse(text.StartsWith('#') ? text[1..] : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
