using Helpdesk.Platform;
using Helpdesk.Platform.Live;

namespace Helpdesk.IntegrationTests.Platform.Probe;

/// <summary>News for staff only when it begins with "internal".</summary>
internal sealed class ProbeTopic : ILiveTopic
{
    public string Name => "probe";

    public Task<LiveEvent?> ForAsync(string data, CurrentUser user, IServiceProvider services, CancellationToken cancellationToken) =>
        Task.FromResult(data.StartsWith("internal", StringComparison.Ordinal) && !user.IsStaff ? null : new LiveEvent("probe", data));
}
