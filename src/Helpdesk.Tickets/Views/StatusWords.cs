using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>What a status is called: one word for the team, a sentence for the person who waits.</summary>
internal static class StatusWords
{
    public static string ForEmployees(TicketStatus status) => status switch
    {
        TicketStatus.Open => "We got it",
        TicketStatus.InProgress => "We are working on it",
        TicketStatus.WaitingOnEmployee => "Waiting for you",
        TicketStatus.Resolved => "Resolved",
        _ => "Closed",
    };

    public static string ForStaff(TicketStatus status) => status switch
    {
        TicketStatus.Open => "Open",
        TicketStatus.InProgress => "In progress",
        TicketStatus.WaitingOnEmployee => "Waiting on employee",
        TicketStatus.Resolved => "Resolved",
        _ => "Closed",
    };

    public static string Of(TicketPriority priority) => priority switch
    {
        TicketPriority.Low => "Low",
        TicketPriority.Medium => "Medium",
        TicketPriority.High => "High",
        _ => "Urgent",
    };
}
