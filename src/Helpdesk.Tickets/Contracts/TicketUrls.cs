namespace Helpdesk.Tickets.Contracts;

/// <summary>Paths of the pages about tickets, for links in mails and in other modules.</summary>
public static class TicketUrls
{
    public static string Show(int number) => $"/t/{number}";

    /// <summary>For those who know no number; leads on to the one with it.</summary>
    public static string Show(Guid id) => $"/t/{id}";

    public static string Message(int number, Guid messageId) => $"/t/{number}#m-{messageId}";

    public static string Note(int number, Guid noteId) => $"/t/{number}#n-{noteId}";

    /// <param name="view">The word of a built-in view, such as unassigned.</param>
    public static string Queue(string view) => $"/queue?view={view}";

    public static string QueueOfTeam(Guid teamId) => $"/queue?team={teamId}";
}
