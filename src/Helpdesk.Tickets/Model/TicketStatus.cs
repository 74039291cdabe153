namespace Helpdesk.Tickets.Model;

internal enum TicketStatus
{
    Open = 0,
    InProgress = 1,
    WaitingOnEmployee = 2,
    Resolved = 3,
    Closed = 4,
}

internal enum TicketPriority
{
    Low = 0,
    Medium = 1,
    High = 2,
    Urgent = 3,
}

internal enum TicketChannel
{
    Web = 0,
    Email = 1,
    Api = 2,
}
