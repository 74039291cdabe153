using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Data;

/// <summary>Finds tickets by words in them, a part of their subject, or their number.</summary>
internal static class TextSearch
{
    public const int QueryLength = SearchWords.Longest;

    // Shorter parts have no trigram, and would be looked for in every subject there is.
    private const int ShortestPart = 3;

    public static IQueryable<Ticket> Holding(this IQueryable<Ticket> tickets, string query, TicketsDbContext db, CurrentUser reader)
    {
        if (query.StartsWith('#'))
        {
            return tickets.Called(query);
        }

        var found = Words(query, db, reader).Select(words => words.TicketId);
        if (TicketQueries.NumberOf(query) is { } number)
        {
            found = found.Union(db.Tickets.Where(ticket => ticket.Number == number).Select(ticket => ticket.Id));
        }

        return tickets.Where(ticket => found.Contains(ticket.Id));
    }

    private static IQueryable<TicketWords> Words(string query, TicketsDbContext db, CurrentUser reader)
    {
        if (query.Length < ShortestPart)
        {
            return reader.IsStaff
                ? db.Words.Where(words => words.StaffWords.Matches(EF.Functions.WebSearchToTsQuery("platform.words", query)))
                : db.Words.Where(words => words.PublicWords.Matches(EF.Functions.WebSearchToTsQuery("platform.words", query)));
        }

        var part = $"%{query.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
        return reader.IsStaff
            ? db.Words.Where(words => words.StaffWords.Matches(EF.Functions.WebSearchToTsQuery("platform.words", query))
                || EF.Functions.ILike(words.Subject, part))
            : db.Words.Where(words => words.PublicWords.Matches(EF.Functions.WebSearchToTsQuery("platform.words", query))
                || EF.Functions.ILike(words.Subject, part));
    }
}
