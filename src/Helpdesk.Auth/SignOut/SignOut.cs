using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;

namespace Helpdesk.Auth.SignOut;

internal sealed class SignOutHandler(SessionEnd end)
{
    public async Task<Outcome<Done>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        await end.EndAsync(user.SessionId, cancellationToken);
        return Done.It;
    }
}
