namespace Helpdesk.Auth.Contracts;

/// <summary>A module that keeps something personal beside the account: it forgets it when the person is anonymised. Called after that is saved, and again by a sweep; so it may run any number of times.</summary>
public interface IOnUserAnonymised
{
    Task HandleAsync(Guid userId, CancellationToken cancellationToken);
}
