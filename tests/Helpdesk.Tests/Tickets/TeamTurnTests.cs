using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

/// <summary>Who gets what comes to a team: the rules, without a database.</summary>
public sealed class TeamTurnTests
{
    private static readonly Guid[] Members = [.. Enumerable.Range(0, 3).Select(_ => Guid.NewGuid()).Order()];

    [Fact]
    public void In_turn_everybody_gets_one_before_anybody_gets_two()
    {
        var turn = new TeamTurn();
        Assert.Equal([Members[0], Members[1], Members[2], Members[0]], Enumerable.Range(0, 4).Select(_ => Next(turn, AssignmentMode.InTurn)));
        Assert.Equal("in turn, team Network", turn.Take(Rota(AssignmentMode.InTurn), new Dictionary<Guid, int>())?.Why);
        Assert.Equal(5, turn.Version);
    }

    [Fact]
    public void Who_has_left_is_passed_over_and_the_turn_goes_on_behind_them()
    {
        var turn = new TeamTurn();
        Next(turn, AssignmentMode.InTurn);
        Next(turn, AssignmentMode.InTurn);
        Assert.Equal(Members[2], turn.Take(Rota(AssignmentMode.InTurn) with { MemberIds = [Members[0], Members[2]] }, new Dictionary<Guid, int>())?.AssigneeId);
        Assert.Null(turn.Take(Rota(AssignmentMode.InTurn) with { MemberIds = [] }, new Dictionary<Guid, int>()));
    }

    [Fact]
    public void The_least_loaded_gets_it_and_of_equals_the_one_whose_turn_it_is()
    {
        var turn = new TeamTurn();
        Assert.Equal(Members[1], Next(turn, AssignmentMode.LeastLoaded, 2, 0, 1));
        Assert.Equal(Members[2], Next(turn, AssignmentMode.LeastLoaded, 1, 1, 1));
        Assert.Equal(Members[0], Next(turn, AssignmentMode.LeastLoaded, 1, 1, 1));
        Assert.Equal("with the fewest open tickets (0), team Network", turn.Take(Rota(AssignmentMode.LeastLoaded), new Dictionary<Guid, int>())?.Why);
    }

    [Fact]
    public void At_the_limit_one_gets_no_more_and_when_all_are_nobody_does()
    {
        var turn = new TeamTurn();
        Assert.Equal(Members[2], Next(turn, AssignmentMode.LeastLoaded, 3, 4, 2));
        Assert.Null(Next(turn, AssignmentMode.LeastLoaded, 3, 4, 3));
        Assert.Equal(1, turn.Version);
    }

    [Fact]
    public void Only_an_open_ticket_of_nobody_waits_for_the_teams_rule()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.False(ticket.HasComeToTeam);
        ticket.GiveTo(Guid.NewGuid(), null, "Network", people.Agent.Id, Desk.Later);
        Assert.True(ticket.HasComeToTeam);
        ticket.Assign(people.Agent.Id, null, Desk.Later, "in turn, team Network");
        Assert.False(ticket.HasComeToTeam);
        Assert.Equal((TicketEventKind.Assigned, "in turn, team Network", true), (ticket.Events[^1].Kind, ticket.Events[^1].Why, ticket.Events[^1].IsInternal));

        var (resolved, _) = Desk.TicketIn(TicketStatus.Resolved);
        resolved.GiveTo(Guid.NewGuid(), null, "Network", people.Agent.Id, Desk.Later);
        Assert.False(resolved.HasComeToTeam);
    }

    private static TeamRota Rota(AssignmentMode mode) => new("Network", mode, OpenLimit: 3, Members);

    private static Guid? Next(TeamTurn turn, AssignmentMode mode, params int[] open) =>
        turn.Take(Rota(mode), open.Index().ToDictionary(pair => Members[pair.Index], pair => pair.Item))?.AssigneeId;
}
