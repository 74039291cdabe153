using Helpdesk.Auth.Contracts;

namespace Helpdesk.Tickets.HandOver;

/// <summary>What nobody was chosen for is everybody's again.</summary>
internal sealed class UnassignOnDeactivation(HandOverTickets tickets) : IOnUserDeactivated
{
    public Task HandleAsync(Guid userId, CancellationToken cancellationToken) => tickets.GiveBackAsync(userId, cancellationToken);
}
