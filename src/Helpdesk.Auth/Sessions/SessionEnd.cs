using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Sessions;

/// <summary>Ends sessions in one statement; they are dead on their next request, whatever cookie or token it brings. Each leaves its line in the audit log.</summary>
internal sealed class SessionEnd(AuthDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<int> EndAsync(Guid sessionId, CancellationToken cancellationToken) =>
        EndAsync(
            now => db.Sessions.FromSql(
                $"update auth.sessions set ended_at = {now} where id = {sessionId} and ended_at is null returning *"),
            cancellationToken);

    /// <summary>Ends every session of the person, save perhaps one.</summary>
    public Task<int> EndAllAsync(Guid userId, Guid? except, CancellationToken cancellationToken) =>
        EndAsync(
            now => db.Sessions.FromSql(
                $"update auth.sessions set ended_at = {now} where user_id = {userId} and id <> {except ?? Guid.Empty} and ended_at is null returning *"),
            cancellationToken);

    // In the caller's transaction when there is one: it knows what else belongs to the act.
    private async Task<int> EndAsync(Func<DateTimeOffset, IQueryable<Session>> end, CancellationToken cancellationToken)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        var ended = await end(clock.GetUtcNow()).AsNoTracking().ToListAsync(cancellationToken);
        foreach (var session in ended)
        {
            audit.Add(db, "session.ended", AuditSubject.Person(session.UserId), new { session = session.Id });
        }

        await db.SaveChangesAsync(cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return ended.Count;
    }
}
