using Helpdesk.Platform;

namespace Helpdesk.Auth.Contracts;

/// <summary>The sample data, for the end of the first run. What is there already is not added twice.</summary>
public interface IAddSamples
{
    Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken);
}
