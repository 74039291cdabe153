using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Refresh;

internal sealed record RefreshRequest
{
    public string RefreshToken { get; init; } = "";
}

internal sealed record Refreshed(User User, TokenPair Tokens);

internal sealed class RefreshHandler(AuthDbContext db, AccountMails mails, AuditLog audit, TimeProvider clock)
{
    private static readonly Refusal.NotSignedIn NoLongerGood = new("This refresh token is unknown, spent or too old. Sign in again.", "refresh-refused");

    public async Task<Outcome<Refreshed>> HandleAsync(RefreshRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hash = Secret.Hash(request.RefreshToken);
        var found = await (
            from token in db.RefreshTokens
            where token.Hash == hash
            join session in db.Sessions on token.SessionId equals session.Id
            join user in db.Users on session.UserId equals user.Id
            select new { Token = token, Session = session, User = user })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null || found.Session.EndedAt is not null || found.Session.ExpiresAt <= now || !found.User.IsActive)
        {
            return NoLongerGood;
        }

        if (found.Token.SpentAt is not null)
        {
            return await ReplayedAsync(found.Session.Id, cancellationToken);
        }

        if (found.Token.ExpiresAt <= now)
        {
            return NoLongerGood;
        }

        found.Token.SpentAt = now;
        found.Session.LastSeenAt = now;
        var tokens = TokenPair.Issue(db, found.Session, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return new Refreshed(found.User, tokens);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ReplayedAsync(found.Session.Id, cancellationToken);
        }
    }

    /// <summary>Two hold the same token and we cannot tell which is the owner, so neither keeps the session.</summary>
    private async Task<Outcome<Refreshed>> ReplayedAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var session = await db.Sessions.SingleAsync(found => found.Id == sessionId, cancellationToken);
        if (session.EndedAt is not null)
        {
            return NoLongerGood;
        }

        session.EndedAt = clock.GetUtcNow();
        audit.Add(db, "session.token-replayed", AuditSubject.Person(session.UserId), new { session = session.Id });
        audit.Add(db, "session.ended", AuditSubject.Person(session.UserId), new { session = session.Id });
        mails.AddStolenToken(db, await db.Users.AsNoTracking().SingleAsync(user => user.Id == session.UserId, cancellationToken), session);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another request saw the same and has ended the session already, with its one mail.
        }

        return NoLongerGood;
    }
}
