using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

public sealed class TicketTests
{
    [Fact]
    public void A_new_ticket_is_open_has_its_description_and_its_first_version()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.Equal(TicketStatus.Open, ticket.Status);
        Assert.Equal(TicketPriority.Medium, ticket.Priority);
        Assert.Equal(1, ticket.Version);
        Assert.Equal(Desk.Monday, ticket.CreatedAt);
        Assert.Equal(Desk.Monday, ticket.UpdatedAt);
        Assert.Equal(Desk.Monday, ticket.TouchedAt);
        Assert.Equal("It smokes.", Assert.Single(ticket.Messages).Body);
        Assert.Equal("It smokes.", ticket.LastMessagePreview);
        Assert.Equal(people.Requester.Id, ticket.LastMessageAuthorId);
        Assert.Equal(TicketEventKind.Opened, Assert.Single(ticket.Events).Kind);
    }

    [Fact]
    public void Nobody_is_copied_in_on_their_own_ticket_or_twice()
    {
        var people = Cast.New();
        var ticket = Ticket.Open(
            new NewTicket
            {
                Subject = "s",
                Description = Wording.Of("d"),
                CategoryId = Guid.NewGuid(),
                RequesterId = people.Requester.Id,
                ParticipantIds = [people.Participant.Id, people.Requester.Id, people.Participant.Id],
                Channel = TicketChannel.Api,
            },
            people.Requester,
            Desk.Monday);
        Assert.Equal(people.Participant.Id, Assert.Single(ticket.ParticipantIds));
    }

    [Fact]
    public void The_first_response_is_the_teams_and_only_the_first()
    {
        var (ticket, people) = Desk.NewTicket();
        ticket.Reply(people.Requester, Wording.Of("Hello?"), TicketChannel.Web, Desk.Monday.AddMinutes(5));
        ticket.TakeNote(people.Agent, "Odd.", TicketChannel.Web, Desk.Monday.AddMinutes(6));
        Assert.Null(ticket.FirstRespondedAt);
        ticket.Reply(people.Agent, Wording.Of("Pull the plug."), TicketChannel.Web, Desk.Monday.AddMinutes(7));
        ticket.Reply(people.Agent, Wording.Of("And wait."), TicketChannel.Web, Desk.Monday.AddMinutes(9));
        Assert.Equal(Desk.Monday.AddMinutes(7), ticket.FirstRespondedAt);
    }

    [Fact]
    public void A_member_of_the_team_who_filed_a_ticket_speaks_as_its_requester()
    {
        var people = Cast.New();
        var ticket = Ticket.Open(
            new NewTicket { Subject = "s", Description = Wording.Of("d"), CategoryId = Guid.NewGuid(), RequesterId = people.Agent.Id, Channel = TicketChannel.Web },
            people.Agent,
            Desk.Monday);
        var message = ticket.Reply(people.Agent, Wording.Of("More."), TicketChannel.Web, Desk.Later).Value!;
        Assert.False(message.IsFromStaff);
        Assert.Equal(TicketStatus.Open, ticket.Status);
        Assert.Null(ticket.FirstRespondedAt);
        Assert.Null(ticket.ChangeStatus(people.Agent, TicketStatus.InProgress, Desk.Later).Refusal);
    }

    [Fact]
    public void A_note_is_for_the_team_and_moves_nothing_that_the_requester_could_see()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.IsType<Refusal.Forbidden>(ticket.TakeNote(people.Requester, "x", TicketChannel.Web, Desk.Later).Refusal);
        Assert.IsType<Refusal.Forbidden>(ticket.TakeNote(people.Participant, "x", TicketChannel.Web, Desk.Later).Refusal);
        Assert.Empty(ticket.Notes);

        Assert.NotNull(ticket.TakeNote(people.Agent, "Secret.", TicketChannel.Web, Desk.Later).Value);
        Assert.Equal(1, ticket.Version);
        Assert.Equal(Desk.Monday, ticket.UpdatedAt);
        Assert.Equal(Desk.Later, ticket.TouchedAt);
        Assert.Equal("It smokes.", ticket.LastMessagePreview);
        Assert.Single(ticket.Events);
    }

    [Fact]
    public void What_only_the_team_may_know_of_is_not_an_update_for_others()
    {
        var (ticket, people) = Desk.NewTicket();
        ticket.Assign(people.Agent.Id, people.Agent.Id, Desk.Later);
        ticket.Tag(["fire"], people.Agent.Id, Desk.Later);
        Assert.Equal(Desk.Monday, ticket.UpdatedAt);
        Assert.Equal(Desk.Later, ticket.TouchedAt);
        Assert.All(ticket.Events.Where(entry => entry.Kind != TicketEventKind.Opened), entry => Assert.True(entry.IsInternal));

        ticket.Reprioritise(TicketPriority.Urgent, people.Agent.Id, Desk.Later);
        Assert.Equal(Desk.Later, ticket.UpdatedAt);
        Assert.False(ticket.Events[^1].IsInternal);
    }

    [Fact]
    public void Each_change_is_an_event_with_who_when_from_and_to_and_no_change_is_none()
    {
        var (ticket, people) = Desk.NewTicket();
        var hardware = ticket.CategoryId;
        var network = Guid.NewGuid();
        ticket.Reprioritise(TicketPriority.Medium, people.Agent.Id, Desk.Later);
        ticket.Recategorise(hardware, "Hardware", "Hardware", people.Agent.Id, Desk.Later);
        ticket.Assign(null, people.Agent.Id, Desk.Later);
        ticket.Tag([], people.Agent.Id, Desk.Later);
        Assert.Equal(1, ticket.Version);
        Assert.Single(ticket.Events);

        ticket.Reprioritise(TicketPriority.High, people.Agent.Id, Desk.Later);
        ticket.Recategorise(network, "Hardware", "Network", people.Agent.Id, Desk.Later);
        ticket.Assign(people.Agent.Id, people.Agent.Id, Desk.Later);
        ticket.Tag(["vpn", "wifi"], people.Agent.Id, Desk.Later);
        ticket.ChangeStatus(people.Agent, TicketStatus.WaitingOnEmployee, Desk.Later);
        Assert.All(ticket.Events.Skip(1), entry => Assert.Equal((people.Agent.Id, Desk.Later), (entry.ActorId!.Value, entry.At)));
        Assert.Equal(
            [
                (TicketEventKind.PriorityChanged, "medium", "high"),
                (TicketEventKind.CategoryChanged, "Hardware", "Network"),
                (TicketEventKind.Assigned, null, people.Agent.Id.ToString()),
                (TicketEventKind.TagsChanged, null, "vpn, wifi"),
                (TicketEventKind.StatusChanged, "open", "waiting_on_employee"),
            ],
            ticket.Events.Skip(1).Select(entry => (entry.Kind, entry.From, entry.To)));
    }

    [Fact]
    public void Resolving_closing_and_reopening_set_and_clear_their_times()
    {
        var (ticket, people) = Desk.NewTicket();
        ticket.ChangeStatus(people.Agent, TicketStatus.Resolved, Desk.Later);
        Assert.Equal((Desk.Later, null), (ticket.ResolvedAt, ticket.ClosedAt));
        ticket.ChangeStatus(people.Requester, TicketStatus.Closed, Desk.Later.AddHours(1));
        Assert.Equal((Desk.Later, Desk.Later.AddHours(1)), (ticket.ResolvedAt, ticket.ClosedAt));
        ticket.ChangeStatus(people.Agent, TicketStatus.Open, Desk.Later.AddHours(2));
        Assert.Equal((null, null), (ticket.ResolvedAt, ticket.ClosedAt));
        ticket.ChangeStatus(people.Requester, TicketStatus.Closed, Desk.Later.AddHours(3));
        Assert.Equal((Desk.Later.AddHours(3), Desk.Later.AddHours(3)), (ticket.ResolvedAt, ticket.ClosedAt));
    }

    [Fact]
    public void Taking_an_open_ticket_begins_the_work_and_a_closed_one_cannot_be_taken()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.Null(ticket.Take(people.Agent, Desk.Later).Refusal);
        Assert.Equal(people.Agent.Id, ticket.AssigneeId);
        Assert.Equal(TicketStatus.InProgress, ticket.Status);
        var version = ticket.Version;
        Assert.Null(ticket.Take(people.Agent, Desk.Later).Refusal);
        Assert.Equal(version, ticket.Version);

        var (resolved, _) = Desk.TicketIn(TicketStatus.Resolved);
        Assert.Null(resolved.Take(people.Agent, Desk.Later).Refusal);
        Assert.Equal(TicketStatus.Resolved, resolved.Status);

        var (closed, _) = Desk.TicketIn(TicketStatus.Closed);
        Assert.Equal(StatusMoves.OnlyReopen, Assert.IsType<Refusal.Conflict>(closed.Take(people.Agent, Desk.Later).Refusal).Why);
        Assert.Null(closed.AssigneeId);
    }

    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void An_answer_to_a_closed_ticket_reopens_it_for_fourteen_days(int days, bool reopens)
    {
        var (ticket, people) = Desk.TicketIn(TicketStatus.Closed);
        var now = ticket.ClosedAt!.Value.AddDays(days);
        Assert.Equal(reopens, ticket.AnswerReopens(now));
        Assert.Equal(!reopens, ticket.NeedsFollowUp(people.Requester, now));
        Assert.Equal(!reopens, ticket.NeedsFollowUp(people.Participant, now));
        Assert.False(ticket.NeedsFollowUp(people.Agent, now));
        var outcome = ticket.Reply(people.Requester, Wording.Of("Again."), TicketChannel.Web, now);
        Assert.Equal(reopens ? TicketStatus.Open : TicketStatus.Closed, ticket.Status);
        Assert.Equal(reopens ? null : StatusMoves.StartFollowUp, (outcome.Refusal as Refusal.Conflict)?.Why);

        var (still, others) = Desk.TicketIn(TicketStatus.Closed);
        Assert.Equal(
            reopens ? StatusMoves.AnswerToReopen : StatusMoves.StartFollowUp,
            Assert.IsType<Refusal.Conflict>(still.ChangeStatus(others.Requester, TicketStatus.Open, now).Refusal).Why);
    }

    [Fact]
    public void A_follow_up_takes_everybody_along_and_both_tickets_tell_of_it()
    {
        var (closed, people) = Desk.TicketIn(TicketStatus.Closed);
        var followUp = closed.FollowUp(people.Participant, 1050, Wording.Of("It burns again."), TicketChannel.Web, Desk.Later);
        Assert.Equal(people.Participant.Id, followUp.RequesterId);
        Assert.Equal([people.Requester.Id], followUp.ParticipantIds);
        Assert.Equal((closed.Id, closed.Subject, closed.CategoryId), (followUp.FollowsId!.Value, followUp.Subject, followUp.CategoryId));
        Assert.Equal(TicketStatus.Open, followUp.Status);
        Assert.Equal("It burns again.", Assert.Single(followUp.Messages).Body);
        Assert.Equal((TicketEventKind.FollowUpFiled, "#1050"), (closed.Events[^1].Kind, closed.Events[^1].To));
        Assert.Equal((TicketEventKind.Follows, "#1042"), (followUp.Events[^1].Kind, followUp.Events[^1].To));
        Assert.Equal(TicketStatus.Closed, closed.Status);
        Assert.Single(closed.Messages);
    }

    [Fact]
    public void A_change_on_sight_of_an_older_version_is_stale()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.Null(ticket.CheckVersion(null));
        Assert.Null(ticket.CheckVersion(1));
        ticket.Reprioritise(TicketPriority.High, people.Agent.Id, Desk.Later);
        Assert.IsType<Refusal.Stale>(ticket.CheckVersion(1));
    }

    [Fact]
    public void The_beginning_of_the_last_message_is_kept_on_one_line()
    {
        var (ticket, people) = Desk.NewTicket();
        ticket.Reply(people.Agent, Wording.Of($"## First\r\n\r\nthen **{new string('x', 300)}**"), TicketChannel.Web, Desk.Later);
        Assert.StartsWith("First then xxx", ticket.LastMessagePreview, StringComparison.Ordinal);
        Assert.InRange(ticket.LastMessagePreview.Length, 100, Wording.PreviewLength);
        Assert.Equal((Desk.Later, people.Agent.Id), (ticket.LastMessageAt, ticket.LastMessageAuthorId));
    }
}
