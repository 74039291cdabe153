using Helpdesk.Platform.Notifications;

namespace Helpdesk.Tickets.Mails;

/// <summary>What people may hear of about tickets. The standard is what somebody who never chose would want.</summary>
internal static class TicketNews
{
    public const string Subject = "ticket";

    /// <summary>A receipt: whoever filed the ticket is looking at it, so it goes by mail alone.</summary>
    public static readonly NewsKind Received = new("ticket-received", "my ticket has arrived", null, MailPace.Now) { IsDirect = true };

    public static readonly NewsKind Answered = new("ticket-answered", "somebody answers on a ticket of mine", true, MailPace.Now);

    public static readonly NewsKind StatusChanged = new("ticket-status", "the status of a ticket of mine changes", true, MailPace.Now);

    public static readonly NewsKind Reminded = new("ticket-reminder", "the helpdesk waits for my answer", true, MailPace.Now);

    public static readonly NewsKind Assigned = new("ticket-assigned", "a ticket is assigned to me", true, MailPace.Now) { IsForStaff = true, IsDirect = true };

    public static readonly NewsKind Mentioned = new("ticket-mention", "somebody of the team mentions me", true, MailPace.Now) { IsForStaff = true, IsDirect = true };

    public static readonly IReadOnlyList<NewsKind> All = [Received, Answered, StatusChanged, Reminded, Assigned, Mentioned];
}
