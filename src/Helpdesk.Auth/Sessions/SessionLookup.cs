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

    private static readonly Func<AuthDbContext, Guid, DateTimeOffset, Task<LivingSession?>> ByCookie =
        EF.CompileAsyncQuery((AuthDbContext db, Guid sessionId, DateTimeOffset now) => db.Sessions
            .Where(session => session.Id == sessionId && session.Kind == SessionKind.Browser
                && session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt + session.IdleFor > now)
            .Join(db.Users.Where(user => user.DeactivatedAt == null), session => session.UserId, user => user.Id, LivingSession.Of)
            .SingleOrDefault());

    private static readonly Func<AuthDbContext, byte[], DateTimeOffset, Task<LivingSession?>> ByAccessToken =
        EF.CompileAsyncQuery((AuthDbContext db, byte[] hash, DateTimeOffset now) => db.AccessTokens
            .Where(token => token.Hash == hash && token.ExpiresAt > now)
            .Join(db.Sessions, token => token.SessionId, session => session.Id, (token, session) => session)
            .Where(session => session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt + session.IdleFor > now)
            .Join(db.Users.Where(user => user.DeactivatedAt == null), session => session.UserId, user => user.Id, LivingSession.Of)
            .SingleOrDefault());

    /// <summary>What nobody pressed for does not make the session live on.</summary>
    public async Task<CurrentUser?> FindByCookieAsync(Guid sessionId, bool isAttended, CancellationToken cancellationToken)
    {
        var living = await ByCookie(db, sessionId, clock.GetUtcNow());
        return isAttended ? await SeenAsync(living, cancellationToken) : living?.User;
    }

    public async Task<CurrentUser?> FindByAccessTokenAsync(string token, CancellationToken cancellationToken) =>
        await SeenAsync(await ByAccessToken(db, Secret.Hash(token), clock.GetUtcNow()), cancellationToken);

    private async Task<CurrentUser?> SeenAsync(LivingSession? living, CancellationToken cancellationToken)
    {
        if (living is null)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (now - living.LastSeenAt > LastSeenStep)
        {
            var sessionId = living.User.SessionId;
            await db.Sessions.Where(session => session.Id == sessionId && session.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        }

        return living.User;
    }
}
