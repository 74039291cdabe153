using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Settings;

namespace Helpdesk.Auth.Sessions;

/// <summary>What kind of session is asked for.</summary>
internal sealed record SessionWish(SessionKind Kind, bool IsPersistent, string DeviceLabel);

/// <summary>Begins a session for somebody who has proven who they are, however they did it.</summary>
internal sealed class SessionStart(
    AuthDbContext db, FactorRule factors, KnownDevices devices, ISiteSettings settings, AuditLog audit, TimeProvider clock)
{
    /// <summary>Adds it to the context with the line of the audit log; the caller saves.</summary>
    public async Task<Session> AddAsync(User user, SessionWish wish, Client client, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lifetime = SessionLifetimes.From(await settings.GetAsync(cancellationToken)).For(user, wish.Kind, wish.IsPersistent);
        var session = Session.Start(user, wish.Kind, wish.IsPersistent, wish.DeviceLabel, client.Address, lifetime, now);
        await devices.RecogniseAsync(user, session, client, cancellationToken);
        session.MustEnrol = await factors.IsMissingAsync(user, cancellationToken);
        user.LastSignedInAt = now;
        db.Add(session);
        audit.Add(db, "session.started", AuditSubject.Person(user.Id), SessionFacts.Of(session), user.Id);
        return session;
    }
}
