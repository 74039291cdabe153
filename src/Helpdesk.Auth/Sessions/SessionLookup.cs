using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Sessions;

/// <summary>Finds the living session behind a cookie or token, in one statement, on every request: what was ended or deactivated stops at once.</summary>
internal sealed class SessionLookup(AuthDbContext db, TimeProvider clock)
{
    // "Last seen" is told to people in minutes; writing it on each request would double the statements.
    private static readonly TimeSpan LastSeenStep = TimeSpan.FromMinutes(1);

    private static readonly Func<AuthDbContext, Guid, DateTimeOffset, Task<Found?>> ByCookie =
        EF.CompileAsyncQuery((AuthDbContext db, Guid sessionId, DateTimeOffset now) => (
            from session in db.Sessions.AsNoTracking()
            join user in db.Users.AsNoTracking() on session.UserId equals user.Id
            where session.Id == sessionId && session.Kind == SessionKind.Browser
                && session.EndedAt == null && session.ExpiresAt > now && user.DeactivatedAt == null
            select new Found(session.Id, session.LastSeenAt, user.Id, user.Name, user.Email!, user.Role, user.TimeZone, user.Language, user.Theme))
            .SingleOrDefault());

    private static readonly Func<AuthDbContext, byte[], DateTimeOffset, Task<Found?>> ByAccessToken =
        EF.CompileAsyncQuery((AuthDbContext db, byte[] hash, DateTimeOffset now) => (
            from token in db.AccessTokens.AsNoTracking()
            join session in db.Sessions.AsNoTracking() on token.SessionId equals session.Id
            join user in db.Users.AsNoTracking() on session.UserId equals user.Id
            where token.Hash == hash && token.ExpiresAt > now
                && session.EndedAt == null && session.ExpiresAt > now && user.DeactivatedAt == null
            select new Found(session.Id, session.LastSeenAt, user.Id, user.Name, user.Email!, user.Role, user.TimeZone, user.Language, user.Theme))
            .SingleOrDefault());

    public async Task<CurrentUser?> FindByCookieAsync(Guid sessionId, CancellationToken cancellationToken) =>
        await SeenAsync(await ByCookie(db, sessionId, clock.GetUtcNow()), cancellationToken);

    public async Task<CurrentUser?> FindByAccessTokenAsync(string token, CancellationToken cancellationToken) =>
        await SeenAsync(await ByAccessToken(db, Secret.Hash(token), clock.GetUtcNow()), cancellationToken);

    private async Task<CurrentUser?> SeenAsync(Found? found, CancellationToken cancellationToken)
    {
        if (found is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (now - found.LastSeenAt > LastSeenStep)
        {
            await db.Sessions.Where(session => session.Id == found.SessionId && session.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        }

        return new CurrentUser
        {
            Id = found.UserId,
            SessionId = found.SessionId,
            Name = found.Name,
            Email = found.Email,
            IsStaff = found.Role is Role.Agent or Role.Admin,
            IsAdmin = found.Role == Role.Admin,
            TimeZone = found.TimeZone,
            Language = found.Language,
            Theme = found.Theme,
        };
    }

    private sealed record Found(
        Guid SessionId,
        DateTimeOffset LastSeenAt,
        Guid UserId,
        string Name,
        string Email,
        Role Role,
        string TimeZone,
        string Language,
        string Theme);
}
