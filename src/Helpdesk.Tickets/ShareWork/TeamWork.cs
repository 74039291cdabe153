using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShareWork;

/// <summary>Gives what comes to a team to one of its members, where the team shares its work by a rule.</summary>
internal sealed class TeamWork(TicketsDbContext db, ITeamRotas rotas)
{
    /// <summary>Call it last before the save, when all else about the ticket is decided.</summary>
    public async Task ShareAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!ticket.HasComeToTeam || ticket.TeamId is not { } teamId
            || await rotas.FindAsync(teamId, cancellationToken) is not { Assignment: not AssignmentMode.ByHand, MemberIds.Count: > 0 } rota)
        {
            return;
        }

        // The turn is read before the tickets are counted: whoever was assigned one since makes our save fail, and we count again.
        var turn = await TurnAsync(teamId, cancellationToken);
        var open = rota.Assignment == AssignmentMode.LeastLoaded ? await OpenTicketsAsync(rota.MemberIds, cancellationToken) : [];
        if (turn.Take(rota, open) is var (assignee, why))
        {
            ticket.Assign(assignee, actorId: null, now, why);
        }
    }

    private async Task<TeamTurn> TurnAsync(Guid teamId, CancellationToken cancellationToken)
    {
        if (await db.TeamTurns.SingleOrDefaultAsync(turn => turn.TeamId == teamId, cancellationToken) is { } known)
        {
            return known;
        }

        await db.Database.ExecuteSqlAsync($"insert into tickets.team_turns (team_id, version) values ({teamId}, 0) on conflict do nothing", cancellationToken);
        return await db.TeamTurns.SingleAsync(turn => turn.TeamId == teamId, cancellationToken);
    }

    private Task<Dictionary<Guid, int>> OpenTicketsAsync(IReadOnlyList<Guid> members, CancellationToken cancellationToken) => db.Tickets
        .Where(ticket => ticket.AssigneeId != null && members.Contains(ticket.AssigneeId.Value) && ticket.Status <= TicketStatus.WaitingOnEmployee)
        .GroupBy(ticket => ticket.AssigneeId!.Value)
        .Select(group => new { group.Key, Count = group.Count() })
        .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
