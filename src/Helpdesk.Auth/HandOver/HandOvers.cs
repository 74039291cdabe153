using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.HandOver;

/// <summary>The open work of somebody who stops working here, and who gets it.</summary>
internal sealed class HandOvers(AuthDbContext db, IEnumerable<IOpenWork> works)
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

        if (id != person.Id && await db.Users.AnyAsync(
            user => user.Id == id && user.DeactivatedAt == null && user.AnonymisedAt == null && user.Role > Role.Employee, cancellationToken))
        {
            return new WorkTaker(id, null);
        }

        return await db.Teams.AnyAsync(team => team.Id == id && team.ArchivedAt == null, cancellationToken)
            ? new WorkTaker(null, id)
            : Refuse("Choose an active agent or a team.");
    }

    public async Task GiveAsync(Guid userId, WorkTaker taker, CurrentUser actor, CancellationToken cancellationToken)
    {
        foreach (var work in works)
        {
            await work.HandOverAsync(userId, taker, actor, cancellationToken);
        }
    }

    private static Refusal.Invalid Refuse(string sentence) => new(nameof(ChangePersonRequest.GiveTicketsTo), sentence);
}
