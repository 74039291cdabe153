using Helpdesk.Platform;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tests.Tickets;

/// <summary>The people around one ticket.</summary>
internal sealed record Cast(CurrentUser Requester, CurrentUser Participant, CurrentUser Agent)
{
    public static Cast New() => new(
        new CurrentUser { Id = Guid.NewGuid(), Name = "Priya" },
        new CurrentUser { Id = Guid.NewGuid(), Name = "Jonas" },
        new CurrentUser { Id = Guid.NewGuid(), Name = "Dana", IsStaff = true });

    public CurrentUser On(Side side) => side switch
    {
        Side.Staff => Agent,
        Side.Requester => Requester,
        _ => Participant,
    };
}

internal static class Desk
{
    public static readonly DateTimeOffset Monday = new(2027, 3, 1, 8, 12, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = Monday.AddHours(3);

    public static (Ticket Ticket, Cast People) NewTicket()
    {
        var people = Cast.New();
        var ticket = Ticket.Open(
            new NewTicket
            {
                Number = 1042,
                Subject = "Printer on fire",
                Description = Wording.Of("It smokes."),
                CategoryId = Guid.NewGuid(),
                RequesterId = people.Requester.Id,
                ParticipantIds = [people.Participant.Id],
                Channel = TicketChannel.Web,
            },
            people.Requester,
            Monday);
        return (ticket, people);
    }

    public static (Ticket Ticket, Cast People) TicketIn(TicketStatus status, bool isAssigned = false)
    {
        var (ticket, people) = NewTicket();
        if (isAssigned)
        {
            ticket.Assign(people.Agent.Id, people.Agent.Id, Monday);
        }

        ticket.ChangeStatus(people.Agent, status, Monday.AddHours(1));
        return (ticket, people);
    }
}
