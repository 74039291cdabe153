using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Queue;

/// <summary>The views that come with the house: a word for the address, a name for people, a condition.</summary>
internal sealed record QueueView(string Word, string Name, string Sort)
{
    public static readonly QueueView Unassigned = new("unassigned", "Unassigned", "-updated");
    public static readonly QueueView Mine = new("mine", "Mine", "-updated");
    public static readonly QueueView Open = new("open", "All open", "-updated");
    public static readonly QueueView Waiting = new("waiting", "Waiting", "-updated");
    public static readonly QueueView Snoozed = new("snoozed", "Snoozed", "-updated");
    public static readonly QueueView Solved = new("solved", "Recently solved", "-resolved");

    public static readonly IReadOnlyList<QueueView> All = [Unassigned, Mine, Open, Waiting, Snoozed, Solved];

    private static readonly TimeSpan Recently = TimeSpan.FromDays(7);

    public static QueueView? Read(string? word) => All.FirstOrDefault(view => view.Word == word);

    public IQueryable<Ticket> Of(IQueryable<Ticket> tickets, CurrentUser user, DateTimeOffset now)
    {
        var me = user.Id;
        var since = now - Recently;
        return Word switch
        {
            "unassigned" => tickets.Where(ticket => ticket.Status <= TicketStatus.WaitingOnEmployee && ticket.AssigneeId == null && ticket.SnoozedAt == null),
            "mine" => tickets.Where(ticket => ticket.Status <= TicketStatus.WaitingOnEmployee && ticket.AssigneeId == me && ticket.SnoozedAt == null),
            "open" => tickets.Where(ticket => ticket.Status <= TicketStatus.WaitingOnEmployee && ticket.SnoozedAt == null),
            "waiting" => tickets.Where(ticket => ticket.Status == TicketStatus.WaitingOnEmployee && ticket.SnoozedAt == null),
            "snoozed" => tickets.Where(ticket => ticket.SnoozedAt != null && ticket.Status <= TicketStatus.WaitingOnEmployee),
            _ => tickets.Where(ticket => ticket.ResolvedAt != null && ticket.ResolvedAt >= since),
        };
    }
}
