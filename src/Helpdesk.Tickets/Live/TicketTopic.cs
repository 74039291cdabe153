using Helpdesk.Platform;
using Helpdesk.Platform.Live;

namespace Helpdesk.Tickets.Live;

/// <summary>
/// Tells open pages that a ticket was filed or changed: its id and nothing else, so that whoever hears it looks with their own rights.
/// Employees hear of their own tickets alone, and of no change that they may not know of. The signal says who may hear it, so nobody asks the database.
/// </summary>
internal sealed class TicketTopic : ILiveTopic
{
    public const string Event = "ticket";

    private const string Public = "p";

    public string Name => "tickets";

    public Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken)
    {
        // The id, p when the requester may know of it, then the requester and those copied in.
        var parts = data.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mayHear = parts.Length >= 3 && (user.IsStaff || (parts[1] == Public && parts.Skip(2).Contains(user.Id.ToString(), StringComparer.Ordinal)));
        return Task.FromResult(mayHear ? new LiveEvent(Event, parts[0]) : null);
    }
}
