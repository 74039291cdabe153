using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

/// <summary>Every state, every side, every move: what the product page says, written out once more and compared.</summary>
public sealed class StatusMoveTests
{
    private const string Yes = "yes";
    private const string Stay = "stay";
    private const string OnlyReopen = StatusMoves.OnlyReopen;
    private const string NotYours = StatusMoves.NotYours;
    private const string OnlyResolved = StatusMoves.OnlyResolvedReopens;
    private const string Answer = StatusMoves.AnswerToReopen;
    private const string NotRequester = StatusMoves.OnlyRequester;

    // Rows: from. Columns: to open, in_progress, waiting_on_employee, resolved, closed.
    private static readonly Dictionary<string, string[][]> Table = new()
    {
        ["Staff"] =
        [
            [Stay, Yes, Yes, Yes, Yes],
            [Yes, Stay, Yes, Yes, Yes],
            [Yes, Yes, Stay, Yes, Yes],
            [Yes, Yes, Yes, Stay, Yes],
            [Yes, OnlyReopen, OnlyReopen, OnlyReopen, Stay],
        ],
        ["Requester"] =
        [
            [Stay, NotYours, NotYours, Yes, Yes],
            [OnlyResolved, Stay, NotYours, Yes, Yes],
            [OnlyResolved, NotYours, Stay, Yes, Yes],
            [Yes, NotYours, NotYours, Stay, Yes],
            [Answer, NotYours, NotYours, OnlyReopen, Stay],
        ],
        ["Participant"] = [.. Enumerable.Repeat(Enumerable.Repeat(NotRequester, 5).ToArray(), 5)],
    };

    public static TheoryData<string, string, string, string> Moves()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var (side, rows) in Table)
        {
            for (var from = 0; from < 5; from++)
            {
                for (var to = 0; to < 5; to++)
                {
                    data.Add(side, Words.Of((TicketStatus)from), Words.Of((TicketStatus)to), rows[from][to]);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Moves))]
    public void A_move_is_allowed_or_refused_with_its_sentence(string side, string from, string to, string expected)
    {
        var (ticket, people) = Desk.TicketIn(Words.Read<TicketStatus>(from)!.Value);
        var actor = people.On(Enum.Parse<Side>(side));
        var version = ticket.Version;
        var events = ticket.Events.Count;
        var outcome = ticket.ChangeStatus(actor, Words.Read<TicketStatus>(to)!.Value, Desk.Later);
        if (expected is Yes or Stay)
        {
            Assert.Null(outcome.Refusal);
            Assert.Equal(to, Words.Of(ticket.Status));
            Assert.Equal(expected == Yes, ticket.Version > version);
            Assert.Equal(expected == Yes ? 1 : 0, ticket.Events.Count - events);
        }
        else
        {
            Assert.Equal(expected, outcome.Refusal switch
            {
                Refusal.Conflict conflict => conflict.Why,
                Refusal.Forbidden forbidden => forbidden.Why,
                _ => null,
            });
            Assert.Equal(from, Words.Of(ticket.Status));
            Assert.Equal(version, ticket.Version);
        }
    }

    public static TheoryData<string, string, bool, string> Answers() => new()
    {
        // side, from, is assigned, becomes (or the sentence of the refusal)
        { "Staff", "open", false, "in_progress" },
        { "Staff", "in_progress", true, "in_progress" },
        { "Staff", "waiting_on_employee", true, "waiting_on_employee" },
        { "Staff", "resolved", true, "resolved" },
        { "Staff", "closed", true, OnlyReopen },
        { "Requester", "open", false, "open" },
        { "Requester", "in_progress", true, "in_progress" },
        { "Requester", "waiting_on_employee", true, "in_progress" },
        { "Requester", "waiting_on_employee", false, "open" },
        { "Requester", "resolved", true, "open" },
        { "Requester", "closed", true, "open" },
        { "Participant", "open", false, "open" },
        { "Participant", "in_progress", true, "in_progress" },
        { "Participant", "waiting_on_employee", true, "in_progress" },
        { "Participant", "waiting_on_employee", false, "open" },
        { "Participant", "resolved", true, "open" },
        { "Participant", "closed", true, "open" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void An_answer_moves_the_ticket(string side, string from, bool isAssigned, string becomes)
    {
        var (ticket, people) = Desk.TicketIn(Words.Read<TicketStatus>(from)!.Value, isAssigned);
        var messages = ticket.Messages.Count;
        var outcome = ticket.Reply(people.On(Enum.Parse<Side>(side)), Wording.Of("Here."), TicketChannel.Web, Desk.Later);
        if (becomes == OnlyReopen)
        {
            Assert.Equal(becomes, Assert.IsType<Refusal.Conflict>(outcome.Refusal).Why);
            Assert.Equal(messages, ticket.Messages.Count);
        }
        else
        {
            Assert.Null(outcome.Refusal);
            Assert.Equal(becomes, Words.Of(ticket.Status));
            Assert.Equal(side == "Staff", outcome.Value!.IsFromStaff);
        }
    }

    public static TheoryData<string, string, string, string> AnswersThatAsk() => new()
    {
        { "Staff", "open", "waiting_on_employee", "waiting_on_employee" },
        { "Staff", "in_progress", "resolved", "resolved" },
        { "Staff", "open", "open", "open" },
        { "Staff", "closed", "open", "open" },
        { "Staff", "closed", "resolved", OnlyReopen },
        { "Staff", "closed", "closed", OnlyReopen },
        { "Requester", "waiting_on_employee", "resolved", "resolved" },
        { "Requester", "waiting_on_employee", "waiting_on_employee", "in_progress" },
        { "Requester", "resolved", "open", "open" },
        { "Requester", "resolved", "closed", "closed" },
        { "Requester", "closed", "resolved", "resolved" },
        { "Requester", "closed", "open", "open" },
        { "Requester", "open", "in_progress", NotYours },
        { "Requester", "in_progress", "open", OnlyResolved },
        { "Participant", "open", "resolved", NotRequester },
    };

    [Theory]
    [MemberData(nameof(AnswersThatAsk))]
    public void An_answer_may_ask_for_a_state_as_far_as_its_writer_may_set_it(string side, string from, string asked, string becomes)
    {
        var (ticket, people) = Desk.TicketIn(Words.Read<TicketStatus>(from)!.Value, isAssigned: true);
        var outcome = ticket.Reply(
            people.On(Enum.Parse<Side>(side)), Wording.Of("Here."), TicketChannel.Web, Desk.Later, Words.Read<TicketStatus>(asked));
        var refused = outcome.Refusal switch
        {
            Refusal.Conflict conflict => conflict.Why,
            Refusal.Forbidden forbidden => forbidden.Why,
            _ => null,
        };
        Assert.Equal(becomes, refused ?? Words.Of(ticket.Status));
    }
}
