using Helpdesk.Auth.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Sessions;

/// <summary>Looks up the sessions behind all open event streams in one statement.</summary>
internal sealed class SessionPulse(AuthDbContext db, TimeProvider clock) : ISessionPulse
{
    public async Task<IReadOnlyDictionary<Guid, CurrentUser>> FindAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // An open stream is no sign of a person: it does not keep an idle session alive, and ends with it.
        var living = await db.Sessions
            .Where(session => sessionIds.Contains(session.Id) && !session.MustEnrol
                && session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt + session.IdleFor > now)
            .Join(db.Users.Where(user => user.DeactivatedAt == null), session => session.UserId, user => user.Id, LivingSession.Of)
            .ToListAsync(cancellationToken);
        return living.ToDictionary(found => found.User.SessionId, found => found.User);
    }
}
