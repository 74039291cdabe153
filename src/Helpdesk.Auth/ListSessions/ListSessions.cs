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

internal sealed class ListSessionsHandler(SessionReading reading)
{
    public async Task<Outcome<IReadOnlyList<SessionView>>> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await reading.OfAsync(user.Id, user, cancellationToken);
}

/// <summary>Where a person is signed in.</summary>
internal sealed class SessionReading(AuthDbContext db, TimeProvider clock)
{
    /// <summary>The reader's own present session first, then by last use.</summary>
    public async Task<List<SessionView>> OfAsync(Guid userId, CurrentUser reader, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Sessions.AsNoTracking()
            .Where(session => session.UserId == userId && session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt + session.IdleFor > now)
            .OrderByDescending(session => session.Id == reader.SessionId)
            .ThenByDescending(session => session.LastSeenAt)
            .Select(session => new SessionView(
                session.Id, session.DeviceLabel, session.IpAddress, session.CreatedAt, session.LastSeenAt, session.Id == reader.SessionId)
            {
                IsProgram = session.Kind == SessionKind.Api,
            })
            .ToListAsync(cancellationToken);
    }
}
