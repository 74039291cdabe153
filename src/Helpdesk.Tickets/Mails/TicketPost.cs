using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Mails;

/// <summary>Something that readers of a ticket are to hear: the event that they choose by, the mail that tells it, and who caused it.</summary>
internal sealed record TicketTidings(NewsKind Kind, string MailKind, Guid? ActorId)
{
    /// <summary>The message or event that it is about, by the name of the mail's parameter.</summary>
    public (string Name, Guid Id)? About { get; init; }

    /// <summary>How its mail joins one that still waits; null when each is a mail of its own.</summary>
    public MailFold? Fold { get; init; }

    /// <summary>Who spoke last and waits for it.</summary>
    public Guid? AwaitedBy { get; init; }
}

/// <summary>Brings what a change causes to its readers, saved with the change. Only ids go in: the words are made when it is read or sent.</summary>
internal sealed class TicketPost(TicketsDbContext db, NewsDesk desk)
{
    public const string ActorParameter = "actor";

    /// <summary>Nobody is mailed for an act of their own, but for the receipt of a ticket: leave out the actor.</summary>
    public async Task TellAsync(TicketTidings tidings, Ticket ticket, IReadOnlyCollection<Guid> readers, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, Guid> { [MailedTicket.TicketParameter] = ticket.Id };
        if (tidings.ActorId is { } actor)
        {
            parameters[ActorParameter] = actor;
        }

        if (tidings.About is { } thing)
        {
            parameters[thing.Name] = thing.Id;
        }

        await desk.TellAsync(
            db,
            new News(tidings.Kind, TicketNews.Subject, ticket.Id)
            {
                ActorId = tidings.ActorId,
                Parameters = parameters,
                MailKind = tidings.MailKind,
                Thread = $"ticket-{ticket.Id:N}",
                Fold = tidings.Fold,
                AwaitedBy = tidings.AwaitedBy,
            },
            tidings.Kind.IsDirect || readers.Count == 0 ? readers : await UnmutedAsync(ticket.Id, readers, cancellationToken),
            cancellationToken);
    }

    private async Task<List<Guid>> UnmutedAsync(Guid ticketId, IReadOnlyCollection<Guid> readers, CancellationToken cancellationToken)
    {
        var muted = await db.Mutes.Where(mute => mute.TicketId == ticketId && readers.Contains(mute.UserId)).Select(mute => mute.UserId).ToListAsync(cancellationToken);
        return [.. readers.Except(muted)];
    }
}
