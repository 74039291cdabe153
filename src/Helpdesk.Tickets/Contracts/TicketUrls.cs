namespace Helpdesk.Tickets.Contracts;

/// <summary>Paths of the pages about tickets, for links in mails and in other modules.</summary>
public static class TicketUrls
{
    public static string Show(int number) => $"/t/{number}";

    public static string Message(int number, Guid messageId) => $"/t/{number}#m-{messageId}";

    /// <param name="view">The word of a built-in view, such as unassigned.</param>
    public static string Queue(string view) => $"/queue?view={view}";
}
