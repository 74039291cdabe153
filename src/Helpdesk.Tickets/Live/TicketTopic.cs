using Helpdesk.Platform;
using Helpdesk.Platform.Live;

namespace Helpdesk.Tickets.Live;

/// <summary>
/// Tells open pages that a ticket was filed or changed: its id, when, and whether by the listener; whoever hears it looks with their own rights.
/// Employees hear of their own tickets alone, and of no change that they may not know of. The signal says who may hear it, so nobody asks the database.
/// </summary>
internal sealed class TicketTopic : ILiveTopic
{
    public const string Event = "ticket";

    private const string Public = "p";

    public string Name => "tickets";

    public Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        // The id, p when the requester may know of it, who did it, when, then the requester and those copied in.
        var parts = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var me = user.Id.ToString();
        var mayHear = parts.Length >= 5 && (user.IsStaff || (parts[1] == Public && parts.Skip(4).Contains(me, StringComparer.Ordinal)));
        return Task.FromResult(mayHear ? new LiveEvent(Event, $"{parts[0]} {parts[3]}{(parts[2] == me ? " own" : "")}") : null);
    }
}
