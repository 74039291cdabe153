namespace Helpdesk.Auth.Contracts;

/// <summary>A module that must act when a person is deactivated; called after the deactivation is saved.</summary>
public interface IOnUserDeactivated
{
    Task HandleAsync(Guid userId, CancellationToken cancellationToken);
}
