using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;

namespace Helpdesk.Auth.EndOtherSessions;

/// <summary>How many were signed out.</summary>
internal sealed record EndedView(int Ended);

/// <summary>Signs the person out everywhere but here.</summary>
internal sealed class EndOtherSessionsHandler(SessionEnd end)
{
    public async Task<Outcome<EndedView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        new EndedView(await end.EndAllAsync(user.Id, user.SessionId, cancellationToken));
}
