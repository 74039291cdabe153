using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>States and priorities as people read them.</summary>
internal static class PlainWords
{
    public static string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "Low",
        TicketPriority.Medium => "Medium",
        TicketPriority.High => "High",
        _ => "Urgent",
    };

    /// <summary>As the team says it.</summary>
    public static string Of(TicketStatus status) => status switch
    {
        TicketStatus.Open => "Open",
        TicketStatus.InProgress => "In progress",
        TicketStatus.WaitingOnEmployee => "Waiting on employee",
        TicketStatus.Resolved => "Resolved",
        _ => "Closed",
    };

    /// <summary>As the requester reads it.</summary>
    public static string ForRequester(TicketStatus status) => status switch
    {
        TicketStatus.Open => "We got it",
        TicketStatus.InProgress => "We are working on it",
        TicketStatus.WaitingOnEmployee => "Waiting for you",
        TicketStatus.Resolved => "Resolved",
        _ => "Closed",
    };
}
