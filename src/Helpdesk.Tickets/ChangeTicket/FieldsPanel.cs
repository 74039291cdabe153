using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>The form at the side of a ticket, with the values that it should show.</summary>
internal sealed record FieldsPanel(TicketDetailView Ticket, FieldsForm Form)
{
    /// <summary>It is the page itself, not a part of the ticket's that is brought up to date in place.</summary>
    public bool IsAlone { get; init; }

    public static FieldsPanel Of(TicketDetailView ticket)
    {
        var now = FieldValues.Of(ticket);
        return new FieldsPanel(ticket, new FieldsForm
        {
            Status = now.Status,
            Priority = now.Priority,
            Category = now.Category,
            Assignee = now.Assignee,
            Team = now.Team,
            Tags = now.Tags,
            Seen = now,
            Version = ticket.Version,
            LastSeenMessageId = ticket.LastMessageId,
        });
    }
}
