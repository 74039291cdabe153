using Helpdesk.Auth.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Sessions;

/// <summary>Ends sessions in one statement; they are dead on their next request, whatever cookie or token it brings.</summary>
internal sealed class SessionEnd(AuthDbContext db, TimeProvider clock)
{
    public Task<int> EndAsync(Guid sessionId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Sessions.Where(session => session.Id == sessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }

    /// <summary>Ends every session of the person, save perhaps one.</summary>
    public Task<int> EndAllAsync(Guid userId, Guid? except, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return db.Sessions.Where(session => session.UserId == userId && (except == null || session.Id != except) && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellationToken);
    }
}
