using Helpdesk.Platform;
using Helpdesk.Platform.Trials;

namespace Helpdesk.Admin.TestMail;

/// <summary>Sends a mail to the admin who asks, and tells what the server said.</summary>
internal sealed class TestMailHandler(IMailTrial trial)
{
    public async Task<Outcome<IReadOnlyList<TrialStep>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        AdminOnly.Refuse(user) is { } refused ? refused : new[] { await trial.SendAsync(user.Email, user.Name, cancellationToken) };
}
