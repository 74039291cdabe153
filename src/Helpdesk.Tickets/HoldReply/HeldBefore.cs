using System.Globalization;

namespace Helpdesk.Tickets.HoldReply;

/// <summary>A reply to the ticket that somebody has just left, still on its way: it can be taken back from where they are now.</summary>
internal sealed record HeldBefore(Guid TicketId, Guid ReplyId, DateTimeOffset SendsAt)
{
    public const string Told = "held-before";

    public static string Write(Guid ticketId, HeldReplyView reply) => $"{ticketId} {reply.Id} {reply.SendsAt.UtcDateTime:O}";

    public static HeldBefore? Read(object? told) => told is string text && text.Split(' ') is [var ticket, var reply, var at]
        ? new HeldBefore(Guid.Parse(ticket), Guid.Parse(reply), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture))
        : null;
}
