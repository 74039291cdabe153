using Helpdesk.Auth.Data;
using Helpdesk.Auth.EndOtherSessions;
using Helpdesk.Auth.ListSessions;
using Helpdesk.Auth.People;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.PersonDevices;

/// <summary>Where somebody is signed in.</summary>
internal sealed class ListPersonDevicesHandler(AuthDbContext db, SessionReading reading)
{
    public async Task<Outcome<IReadOnlyList<SessionView>>> HandleAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken) =>
        !user.IsAdmin ? PeopleRules.AdminsOnly
        : await db.Users.AnyAsync(person => person.Id == userId && person.AnonymisedAt == null, cancellationToken)
            ? await reading.OfAsync(userId, user, cancellationToken)
            : new Refusal.NotFound();
}

/// <summary>Signs somebody out, on one device or on all.</summary>
internal sealed class EndPersonDevicesHandler(AuthDbContext db, SessionEnd end)
{
    public async Task<Outcome<Done>> HandleAsync(Guid userId, Guid sessionId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        if (!await db.Sessions.AnyAsync(session => session.Id == sessionId && session.UserId == userId && session.EndedAt == null, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        await end.EndAsync(sessionId, cancellationToken);
        return Done.It;
    }

    /// <summary>An administrator who ends all of their own stays signed in here.</summary>
    public async Task<Outcome<EndedView>> HandleAllAsync(Guid userId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return PeopleRules.AdminsOnly;
        }

        if (!await db.Users.AnyAsync(person => person.Id == userId && person.AnonymisedAt == null, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        return new EndedView(await end.EndAllAsync(userId, userId == user.Id ? user.SessionId : null, cancellationToken));
    }
}
