using Helpdesk.Platform;

namespace Helpdesk.Auth.Contracts;

/// <summary>Makes an administrator from the command line, whose user owns the installation anyway.</summary>
public interface ICreateAdmin
{
    Task<Outcome<Guid>> HandleAsync(string email, string name, string password, CancellationToken cancellationToken);
}
