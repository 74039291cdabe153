namespace Helpdesk.Auth.Contracts;

/// <summary>The way in for the first administrator, while there is none.</summary>
public interface IFirstRun
{
    /// <summary>A link with a new one-time code for the console, or null when there is an administrator already.</summary>
    Task<string?> CreateLinkAsync(CancellationToken cancellationToken);
}
