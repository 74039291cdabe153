using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Platform.Audit;

namespace Helpdesk.Auth.Sessions;

/// <summary>What kind of session is asked for.</summary>
internal sealed record SessionWish(SessionKind Kind, bool IsPersistent, string DeviceLabel);

/// <summary>Begins a session for somebody who has proven who they are, however they did it.</summary>
internal sealed class SessionStart(AuthDbContext db, FactorRule factors, AuditLog audit, TimeProvider clock)
{
    /// <summary>Adds it to the context with the line of the audit log; the caller saves.</summary>
    public async Task<Session> AddAsync(User user, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = Session.Start(user, wish.Kind, wish.IsPersistent, wish.DeviceLabel, client.Address, now);
        session.MustEnrol = await factors.IsMissingAsync(user, cancellationToken);
        user.LastSignedInAt = now;
        db.Add(session);
        audit.Add(db, "session.started", AuditSubject.Person(user.Id), SessionFacts.Of(session), user.Id);
        return session;
    }
}
