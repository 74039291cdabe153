using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

/// <summary>What may be filled in for the fields of a category, and what a ticket tells of it.</summary>
public sealed class ExtraFieldTests
{
    private static readonly string[] Rooms = ["East", "West"];

    [Theory]
    [InlineData("text", "  LT-1 ", "LT-1", null)]
    [InlineData("text", "two\nlines", "", "Asset contains a character that cannot be used here.")]
    [InlineData("number", "12.50", "12.5", null)]
    [InlineData("number", "-0.0", "0", null)]
    [InlineData("number", "twelve", "", "Asset: enter a number like 12 or 12.5.")]
    [InlineData("number", "1e5", "", "Asset: enter a number like 12 or 12.5.")]
    [InlineData("date", "2027-03-01", "2027-03-01", null)]
    [InlineData("date", "01.03.2027", "", "Asset: enter a day like 2027-03-01.")]
    [InlineData("choice", "West", "West", null)]
    [InlineData("choice", "west", "", "Asset: choose one of the list.")]
    [InlineData("checkbox", "true", "true", null)]
    [InlineData("checkbox", "false", "", null)]
    [InlineData("checkbox", "on", "", "Asset is true or false.")]
    [InlineData("text", "", "", null)]
    public void A_value_is_read_by_the_kind_of_its_field(string kind, string given, string value, string? fault) =>
        Assert.Equal(new FieldReading(value, fault), FieldOf(kind).Read(given));

    [Theory]
    [InlineData("text", "", "Fill in “Asset”.")]
    [InlineData("choice", null, "Asset: choose one of the list.")]
    [InlineData("checkbox", "false", "Tick “Asset”.")]
    [InlineData("checkbox", null, "Tick “Asset”.")]
    public void What_is_required_must_be_there_when_a_ticket_is_filed(string kind, string? given, string fault)
    {
        var field = FieldOf(kind);
        field.IsRequired = true;
        Assert.Equal(fault, field.ReadFirst(given).Fault);
    }

    [Fact]
    public void A_required_field_is_not_emptied_and_one_that_is_empty_holds_nothing_up()
    {
        var field = FieldOf("text");
        field.IsRequired = true;
        Assert.Equal("Fill in “Asset”.", field.Read("", now: "LT-1").Fault);
        Assert.Null(field.Read("", now: "").Fault);
    }

    [Fact]
    public void A_choice_that_is_no_longer_offered_may_stay()
    {
        var field = FieldOf("choice");
        Assert.Null(field.Read("North", now: "North").Fault);
        Assert.NotNull(field.Read("North", now: "East").Fault);
    }

    [Fact]
    public void A_long_text_is_refused_with_its_length() =>
        Assert.Equal("Asset can have up to 500 characters. It has 501.", FieldOf("text").Read(new string('x', 501)).Fault);

    [Fact]
    public void Programs_get_numbers_and_boxes_as_such()
    {
        Assert.Equal(12.5m, FieldOf("number").Give("12.5"));
        Assert.Equal(true, FieldOf("checkbox").Give("true"));
        Assert.Equal(false, FieldOf("checkbox").Give(""));
        Assert.Null(FieldOf("date").Give(""));
    }

    [Fact]
    public void Filling_in_is_told_once_and_a_field_of_the_team_to_the_team_alone()
    {
        var (ticket, people) = Desk.NewTicket();
        var (shown, hidden) = (FieldOf("date"), FieldOf("text"));
        hidden.IsForTheTeam = true;
        var updated = ticket.UpdatedAt;
        ticket.Fill(hidden, "secret", people.Agent.Id, Desk.Later);
        Assert.Equal(updated, ticket.UpdatedAt);
        ticket.Fill(shown, "2027-03-01", people.Agent.Id, Desk.Later);
        ticket.Fill(shown, "2027-03-01", people.Agent.Id, Desk.Later);
        ticket.Fill(shown, "", people.Agent.Id, Desk.Later);
        var told = ticket.Events.Where(change => change.Kind == TicketEventKind.FieldChanged).ToList();
        Assert.Equal([true, false, false], told.Select(change => change.IsInternal));
        Assert.Equal([(null, "Asset: secret"), (null, "Asset: 1 Mar 2027"), ("Asset: 1 Mar 2027", null)], told.Select(change => (change.From, change.To)));
        Assert.Equal("secret", Assert.Single(ExtraValues.Read(ticket.Extras)).Value);
    }

    [Fact]
    public void A_category_gives_a_new_ticket_its_team_and_priority_and_says_so()
    {
        var people = Cast.New();
        var team = Guid.NewGuid();
        var ticket = Ticket.Open(
            new NewTicket
            {
                Subject = "s",
                Description = Wording.Of("d"),
                CategoryId = Guid.NewGuid(),
                RequesterId = people.Requester.Id,
                Channel = TicketChannel.Web,
                Routing = new Routing("Network", TicketPriority.High, team, "Cables"),
            },
            people.Requester,
            Desk.Monday);
        Assert.Equal((TicketPriority.High, team, 1), (ticket.Priority, ticket.TeamId, ticket.Version));
        var told = ticket.Events.Where(change => change.Kind != TicketEventKind.Opened).Select(change => (change.Kind, change.From, change.To, change.IsInternal, change.ActorId));
        Assert.Equal(
            [(TicketEventKind.PriorityByCategory, "Network", "high", false, null), (TicketEventKind.TeamByCategory, "Network", "Cables", true, (Guid?)null)],
            told);
    }

    private static ExtraField FieldOf(string kind) => new()
    {
        Id = Guid.NewGuid(),
        Label = "Asset",
        Kind = Helpdesk.Platform.Words.Read<FieldKind>(kind)!.Value,
        Choices = kind == "choice" ? Rooms : [],
    };
}
