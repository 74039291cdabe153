using NpgsqlTypes;

namespace Helpdesk.Tickets.Data;

/// <summary>
/// All words of a ticket, kept by triggers and only ever read here. Beside the ticket and not in it, because a ticket's row is
/// rewritten at every act and would drag these indexes along; one row for all of its messages, because then the database knows
/// whether a word is rare (and asks the index) or common (and walks the list until the page is full).
/// </summary>
internal sealed class TicketWords
{
    public Guid TicketId { get; init; }

    public string Subject { get; init; } = "";

    /// <summary>Of the subject and the messages.</summary>
    public NpgsqlTsVector PublicWords { get; init; } = null!;

    /// <summary>The same and the notes, for the team.</summary>
    public NpgsqlTsVector StaffWords { get; init; } = null!;
}
