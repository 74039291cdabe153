using Helpdesk.Platform;

namespace Helpdesk.Tickets.Model;

/// <summary>In whose name somebody acts on a ticket.</summary>
internal enum Side
{
    Requester,
    Participant,
    Staff,
}

/// <summary>Which state may follow which, and what an answer does to it. The only place that knows.</summary>
internal static class StatusMoves
{
    public const string OnlyReopen = "A closed ticket can only be reopened.";
    public const string OnlyRequester = "Only the person who filed this ticket can change its status.";
    public const string NotYours = "You can resolve, reopen or close your ticket. The helpdesk sets the other states.";
    public const string OnlyResolvedReopens = "Only a resolved ticket can be reopened.";
    public const string AnswerToReopen = "This ticket is closed. Answer it to open it again.";
    public const string StartFollowUp = "This ticket is closed. Start a follow-up.";

    /// <summary>Whose words these are: a member of the team who filed the ticket speaks as its requester.</summary>
    public static Side WritesAs(Ticket ticket, CurrentUser user) =>
        user.Id == ticket.RequesterId ? Side.Requester : user.IsStaff ? Side.Staff : Side.Participant;

    /// <summary>Whose rights these are: the team's go before the requester's.</summary>
    public static Side MovesAs(Ticket ticket, CurrentUser user) => user.IsStaff ? Side.Staff : WritesAs(ticket, user);

    /// <summary>Why the move is refused, or null when it is allowed. Staying where one is, is no move.</summary>
    public static Refusal? Check(TicketStatus from, TicketStatus to, Side side, bool answerReopens)
    {
        if (side == Side.Participant)
        {
            return new Refusal.Forbidden(OnlyRequester);
        }

        if (from == to)
        {
            return null;
        }

        if (side == Side.Staff)
        {
            return from == TicketStatus.Closed && to != TicketStatus.Open ? new Refusal.Conflict(OnlyReopen) : null;
        }

        return (from, to) switch
        {
            (_, TicketStatus.InProgress or TicketStatus.WaitingOnEmployee) => new Refusal.Forbidden(NotYours),
            (TicketStatus.Closed, TicketStatus.Open) => new Refusal.Conflict(answerReopens ? AnswerToReopen : StartFollowUp),
            (TicketStatus.Closed, _) => new Refusal.Conflict(OnlyReopen),
            (TicketStatus.Resolved, TicketStatus.Open) => null,
            (_, TicketStatus.Open) => new Refusal.Conflict(OnlyResolvedReopens),
            _ => null,
        };
    }

    /// <summary>The state after an answer: the one it asks for when that is allowed, else the one it implies.</summary>
    public static Outcome<TicketStatus> AfterAnswer(TicketStatus status, TicketStatus? asked, Side writes, Side moves, bool isAssigned)
    {
        if (writes == Side.Staff)
        {
            var to = asked ?? (status == TicketStatus.Open ? TicketStatus.InProgress : status);
            return to == TicketStatus.Closed && status == TicketStatus.Closed
                ? new Refusal.Conflict(OnlyReopen)
                : Check(status, to, moves, answerReopens: true) is { } refused ? refused : to;
        }

        // The answer itself opens a closed ticket; what it asks for is measured from there.
        var from = status == TicketStatus.Closed ? TicketStatus.Open : status;
        if (asked is { } wish && wish != status)
        {
            return Check(from, wish, moves, answerReopens: true) is { } refused ? refused : wish;
        }

        return status switch
        {
            TicketStatus.WaitingOnEmployee => isAssigned ? TicketStatus.InProgress : TicketStatus.Open,
            TicketStatus.Resolved => TicketStatus.Open,
            _ => from,
        };
    }
}
