using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.HandOver;

/// <summary>Gives the open tickets of somebody who may no longer work to a person, to a team, or back to everybody. May run any number of times.</summary>
internal sealed class HandOverTickets(TicketsDbContext db, ITeamDirectory teams, ChangeMails mails, TimeProvider clock) : IOpenWork
{
    private const int AtOnce = 200;

    public Task<int> CountAsync(Guid userId, CancellationToken cancellationToken) => OpenOf(userId).CountAsync(cancellationToken);

    public async Task HandOverAsync(Guid userId, WorkTaker taker, Guid? actorId, CancellationToken cancellationToken)
    {
        var all = taker.TeamId is null ? [] : await teams.TeamsAsync(cancellationToken);
        await EachAsync(
            userId,
            async ticket =>
            {
                var now = clock.Now();
                if (taker.TeamId is { } team)
                {
                    ticket.GiveTo(team, all.Of(ticket.TeamId)?.Name, all.Of(team)?.Name, actorId, now);
                }

                ticket.Assign(taker.PersonId, actorId, now);
                await mails.TellAssigneeAsync(ticket, actorId, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Back to everybody, by the house itself.</summary>
    public Task GiveBackAsync(Guid userId, CancellationToken cancellationToken) => EachAsync(
        userId,
        ticket =>
        {
            ticket.Assign(null, actorId: null, clock.Now());
            return Task.CompletedTask;
        },
        cancellationToken);

    private async Task EachAsync(Guid userId, Func<Ticket, Task> give, CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = await db.AgainWhenStaleAsync(() => SomeAsync(userId, give, cancellationToken), cancellationToken);
            if (left.Refusal is not null || left.Value < AtOnce)
            {
                return;
            }
        }
    }

    private async Task<Outcome<int>> SomeAsync(Guid userId, Func<Ticket, Task> give, CancellationToken cancellationToken)
    {
        var tickets = await OpenOf(userId).OrderBy(ticket => ticket.Id).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var ticket in tickets)
        {
            await give(ticket);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return tickets.Count;
    }

    private IQueryable<Ticket> OpenOf(Guid userId) =>
        db.Tickets.Where(ticket => ticket.AssigneeId == userId && ticket.Status <= TicketStatus.WaitingOnEmployee);
}
