using Helpdesk.Auth.Data;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.EndSession;

internal sealed class EndSessionHandler(AuthDbContext db, SessionEnd end, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(Guid sessionId, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await db.Sessions.AnyAsync(
            session => session.Id == sessionId && session.UserId == user.Id && session.EndedAt == null && session.ExpiresAt > now,
            cancellationToken))
        {
            return new Refusal.NotFound();
        }

        await end.EndAsync(sessionId, cancellationToken);
        return Done.It;
    }
}
