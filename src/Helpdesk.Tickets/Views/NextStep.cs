using Helpdesk.Platform;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>What happens next with a ticket, in a sentence for the requester's side of it.</summary>
internal static class NextStep
{
    public static string Of(TicketDetailView ticket, CurrentUser reader) => ticket.Status switch
    {
        TicketStatus.Open => "We look at it soon. You will get an e-mail.",
        TicketStatus.InProgress => "We work on it. You will get an e-mail.",
        TicketStatus.WaitingOnEmployee when ticket.Requester.Id != reader.Id => $"It waits for {ticket.Requester.Name}.",
        TicketStatus.WaitingOnEmployee => $"{WhyItWaits(ticket)}. Answer to go on.",
        TicketStatus.Resolved => ResolverOf(ticket) == reader.Id ? "You said that this is fixed." : "We think that this is done.",
        _ when ticket.AnswerReopens => "Answer to open it again.",
        _ => ticket.ClosedAt is { } closed ? $"It was closed on {WhenText.Date(closed, reader.TimeZone)}." : "",
    };

    /// <summary>Without its full stop, for a time may follow. A question needs somebody else who wrote last.</summary>
    public static string WhyItWaits(TicketView ticket) =>
        ticket.LastMessageAuthor.Id == ticket.Requester.Id ? "We need your answer"
        : $"{(ticket.LastMessageAuthor.Name == Names.FormerUser ? Names.Somebody : ticket.LastMessageAuthor.Name)} asked you a question";

    private static Guid? ResolverOf(TicketDetailView ticket) => ticket.Events
        .LastOrDefault(entry => entry.Kind == TicketEventKind.StatusChanged && entry.To == Words.Of(TicketStatus.Resolved))?.Actor?.Id;
}
