using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ListSessions;

internal sealed record SessionView(Guid Id, string DeviceLabel, string IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool Current)
{
    /// <summary>A client of the API, not a browser; for pages only.</summary>
    internal bool IsProgram { get; init; }
}

internal sealed class ListSessionsHandler(AuthDbContext db, TimeProvider clock)
{
    /// <summary>This one first, then by last use.</summary>
    public async Task<Outcome<IReadOnlyList<SessionView>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.AsNoTracking()
            .Where(session => session.UserId == user.Id && session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt + session.IdleFor > now)
            .OrderByDescending(session => session.Id == user.SessionId)
            .ThenByDescending(session => session.LastSeenAt)
            .Select(session => new SessionView(
                session.Id, session.DeviceLabel, session.IpAddress, session.CreatedAt, session.LastSeenAt, session.Id == user.SessionId)
            {
                IsProgram = session.Kind == SessionKind.Api,
            })
            .ToListAsync(cancellationToken);
        return sessions;
    }
}
