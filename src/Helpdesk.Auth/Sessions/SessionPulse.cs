using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
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
        var living =
            from session in db.Sessions.AsNoTracking()
            join user in db.Users.AsNoTracking() on session.UserId equals user.Id
            where sessionIds.Contains(session.Id) && session.EndedAt == null && session.ExpiresAt > now && user.DeactivatedAt == null
            select new CurrentUser
            {
                Id = user.Id,
                SessionId = session.Id,
                Name = user.Name,
                Email = user.Email!,
                IsStaff = user.Role == Role.Agent || user.Role == Role.Admin,
                IsAdmin = user.Role == Role.Admin,
                TimeZone = user.TimeZone,
                Language = user.Language,
                Theme = user.Theme,
            };
        return await living.ToDictionaryAsync(user => user.SessionId, cancellationToken);
    }
}
