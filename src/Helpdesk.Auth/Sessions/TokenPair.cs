using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.Sessions;

/// <summary>An access token and the token that renews it, in the open: only the caller ever sees them.</summary>
internal sealed record TokenPair(string AccessToken, string RefreshToken)
{
    /// <summary>Adds the hashes to the context; the caller saves.</summary>
    public static TokenPair Issue(AuthDbContext db, Session session, DateTimeOffset now)
    {
        var pair = new TokenPair(Secret.Create(), Secret.Create());
        db.Add(new AccessToken
        {
            Hash = Secret.Hash(pair.AccessToken),
            SessionId = session.Id,
            ExpiresAt = Earlier(now + Model.AccessToken.Lifetime, session.ExpiresAt),
        });
        db.Add(new RefreshToken
        {
            Hash = Secret.Hash(pair.RefreshToken),
            SessionId = session.Id,
            ExpiresAt = Earlier(now + Model.RefreshToken.Lifetime, session.ExpiresAt),
        });
        return pair;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
