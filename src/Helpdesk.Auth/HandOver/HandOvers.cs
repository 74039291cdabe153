using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.HandOver;

/// <summary>The open work of somebody who stops working here, and who gets it.</summary>
internal sealed class HandOvers(AuthDbContext db, IEnumerable<IOpenWork> works, TimeProvider clock)
{
    public async Task<int> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        var sum = 0;
        foreach (var work in works)
        {
            sum += await work.CountAsync(userId, cancellationToken);
        }

        return sum;
    }

    /// <summary>Who the id stands for: an active agent or administrator, or a team that is in use.</summary>
    public async Task<Outcome<WorkTaker>> TakerAsync(Guid? id, User person, bool leaves, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            return WorkTaker.Nobody;
        }

        if (!leaves)
        {
            return Refuse("Tickets are given away when somebody who works here is deactivated or becomes an employee.");
        }

        if (id != person.Id && await WorksAsync(id.Value, cancellationToken))
        {
            return new WorkTaker(id, null);
        }

        return await db.Teams.AnyAsync(team => team.Id == id && team.ArchivedAt == null, cancellationToken)
            ? new WorkTaker(null, id)
            : Refuse("Choose an active agent or a team.");
    }

    /// <summary>Part of the caller's transaction, in which the person leaves.</summary>
    public async Task DecideAsync(Guid userId, WorkTaker taker, CurrentUser actor, CancellationToken cancellationToken)
    {
        var pending = await db.HandOvers.FindAsync([userId], cancellationToken)
            ?? db.HandOvers.Add(new PendingHandOver { UserId = userId }).Entity;
        (pending.TakerId, pending.TeamId, pending.ActorId, pending.AskedAt) = (taker.PersonId, taker.TeamId, actor.Id, clock.Now());
    }

    /// <summary>Does what was decided, once that is saved; may run any number of times. Who works here again keeps what they have.</summary>
    public async Task DoAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (await db.HandOvers.AsNoTracking().SingleOrDefaultAsync(pending => pending.UserId == userId, cancellationToken) is not { } decided)
        {
            return;
        }

        if (!await WorksAsync(userId, cancellationToken))
        {
            var isThere = decided.TakerId is not { } taker || await WorksAsync(taker, cancellationToken);
            foreach (var work in works)
            {
                await work.HandOverAsync(userId, new WorkTaker(isThere ? decided.TakerId : null, decided.TeamId), decided.ActorId, cancellationToken);
            }
        }

        await db.HandOvers.Where(pending => pending.UserId == userId && pending.AskedAt == decided.AskedAt).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<bool> WorksAsync(Guid userId, CancellationToken cancellationToken) => db.Users.ActiveStaff().AnyAsync(user => user.Id == userId, cancellationToken);

    private static Refusal.Invalid Refuse(string sentence) => new(nameof(ChangePersonRequest.GiveTicketsTo), sentence);
}
