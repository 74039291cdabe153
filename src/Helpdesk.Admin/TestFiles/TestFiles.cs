using Helpdesk.Platform;
using Helpdesk.Platform.Trials;

namespace Helpdesk.Admin.TestFiles;

/// <summary>Writes, reads and deletes a file where new files go.</summary>
internal sealed class TestFilesHandler(IFileTrial trial)
{
    public async Task<Outcome<IReadOnlyList<TrialStep>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : (await trial.RunAsync(cancellationToken)).ToArray();
}
