using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

/// <summary>Teams, people, links and words of a ticket: the rules, and what is told of them to whom.</summary>
public sealed class TicketChangesTests
{
    [Fact]
    public void A_team_is_told_by_name_and_to_the_team_alone()
    {
        var (ticket, people) = Desk.NewTicket();
        var team = Guid.NewGuid();
        ticket.GiveTo(team, null, "Network", people.Agent.Id, Desk.Later);
        ticket.GiveTo(team, "Network", "Network", people.Agent.Id, Desk.Later);
        var told = ticket.Events[^1];
        Assert.Equal((TicketEventKind.TeamChanged, "Network", true, 2), (told.Kind, told.To, told.IsInternal, ticket.Version));
        Assert.Equal((Desk.Monday, Desk.Later), (ticket.UpdatedAt, ticket.TouchedAt));
    }

    [Fact]
    public void Who_is_on_it_already_gains_nothing_and_a_crowd_is_refused()
    {
        var (ticket, people) = Desk.NewTicket();
        var one = Guid.NewGuid();
        var gained = ticket.CopyIn([one, one, people.Requester.Id, people.Participant.Id], people.Participant.Id, Desk.Later).Value;
        Assert.Equal([one], gained!);
        Assert.IsType<Refusal.Conflict>(ticket.CopyIn(Enumerable.Range(0, 19).Select(_ => Guid.NewGuid()), people.Agent.Id, Desk.Later).Refusal);
        Assert.Equal([people.Participant.Id, one], ticket.ParticipantIds);
        Assert.False(ticket.Events[^1].IsInternal);
    }

    [Fact]
    public void One_leaves_by_oneself_and_only_the_team_takes_others_off()
    {
        var (ticket, people) = Desk.NewTicket();
        Assert.IsType<Refusal.Forbidden>(ticket.TakeOff(people.Participant.Id, people.Requester, Desk.Later).Refusal);
        Assert.IsType<Refusal.NotFound>(ticket.TakeOff(people.Requester.Id, people.Agent, Desk.Later).Refusal);
        Assert.Null(ticket.TakeOff(people.Participant.Id, people.Participant, Desk.Later).Refusal);
        Assert.IsType<Refusal.NotFound>(ticket.TakeOff(people.Participant.Id, people.Agent, Desk.Later).Refusal);
    }

    [Theory]
    [InlineData("related", "related")]
    [InlineData("blocks", "blocked_by")]
    [InlineData("follow_up", "followed_by")]
    public void A_link_reads_from_both_ends(string word, string otherWay)
    {
        var (one, people) = Desk.NewTicket();
        var (two, _) = Desk.NewTicket();
        var known = LinkWord.Read(word)!;
        var link = one.LinkTo(two, known.Kind, people.Agent.Id, Desk.Later);
        Assert.Equal((one.Id, two.Id), (link.FromId, link.ToId));
        Assert.Equal((word, "#1042", true), (one.Events[^1].From, one.Events[^1].To, one.Events[^1].IsInternal));
        Assert.Equal(otherWay, two.Events[^1].From);
        Assert.Equal(otherWay, LinkWord.Of(known.Kind, isBackwards: true).Word);
    }

    [Fact]
    public void A_message_that_was_split_off_keeps_its_author()
    {
        var (ticket, people) = Desk.NewTicket();
        var said = ticket.Reply(people.Participant, Wording.Of("And a chair."), TicketChannel.Web, Desk.Later).Value!;
        var part = Ticket.Open(NewTicket.SplitOff(ticket, said, isTheAuthors: false, 1043, "Chair", TicketChannel.Web), people.Agent, Desk.Later);
        ticket.SplitInto(part, people.Agent.Id, Desk.Later);
        Assert.Equal((people.Participant.Id, said.Id), (part.Messages[0].AuthorId, part.Messages[0].SplitFromId));
        Assert.Equal((people.Requester.Id, people.Participant.Id), (part.RequesterId, Assert.Single(part.ParticipantIds)));
        Assert.Equal((true, false), (ticket.Events[^1].IsInternal, part.Events[^1].IsInternal));
        var theirs = NewTicket.SplitOff(ticket, said, isTheAuthors: true, 1044, "Chair", TicketChannel.Web);
        Assert.Empty(Ticket.Open(theirs, people.Agent, Desk.Later).ParticipantIds);
    }

    [Fact]
    public void Redacted_words_leave_the_preview_and_a_notes_gap_is_for_the_team()
    {
        var (ticket, people) = Desk.NewTicket();
        var first = ticket.Messages[0];
        var last = ticket.Reply(people.Requester, Wording.Of("My password is hunter2."), TicketChannel.Web, Desk.Later).Value!;
        ticket.Redact(first, people.Agent.Id, Desk.Later);
        Assert.Equal("My password is hunter2.", ticket.LastMessagePreview);
        ticket.Redact(last, people.Agent.Id, Desk.Later);
        Assert.Equal(("", "", people.Agent.Id), (last.Body, ticket.LastMessagePreview, last.RedactedById!.Value));
        Assert.False(ticket.Events[^1].IsInternal);
        var note = ticket.TakeNote(people.Agent, "A note.", TicketChannel.Web, Desk.Later).Value!;
        ticket.Redact(note, people.Agent.Id, Desk.Later.AddHours(1));
        Assert.True(ticket.Events[^1].IsInternal);
        Assert.Equal((Desk.Later, ""), (ticket.UpdatedAt, note.Body));
    }

    [Fact]
    public void A_subject_tells_what_it_was()
    {
        var (ticket, people) = Desk.NewTicket();
        ticket.Rename("Printer on fire", people.Agent.Id, Desk.Later);
        Assert.Equal(1, ticket.Version);
        ticket.Rename("Printer smokes", people.Agent.Id, Desk.Later);
        Assert.Equal(("Printer on fire", "Printer smokes"), (ticket.Events[^1].From, ticket.Events[^1].To));
    }
}
