using Helpdesk.Auth.Contracts;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Mails;

/// <summary>Writes the mails that a change causes beside the change, to be saved with it. Only ids go in: the words are made when it is sent.</summary>
internal sealed class TicketPost(TicketsDbContext db, Outbox outbox, IUserDirectory people)
{
    /// <summary>One mail for each of the people who is still active. Nobody is mailed for an act of their own: leave out the actor.</summary>
    public async Task WriteAsync(
        string kind, Ticket ticket, IReadOnlyCollection<Guid> readers, (string Name, Guid Id)? about, CancellationToken cancellationToken)
    {
        if (readers.Count == 0)
        {
            return;
        }

        var cards = await people.FindAsync(readers, cancellationToken);
        foreach (var reader in cards.Values.Where(card => card.IsActive))
        {
            Write(kind, ticket, reader.Id, reader.Email, reader.Name, about);
        }
    }

    public void Write(string kind, Ticket ticket, Guid readerId, string address, string name, (string Name, Guid Id)? about = null)
    {
        var parameters = new Dictionary<string, Guid> { [MailedTicket.TicketParameter] = ticket.Id };
        if (about is { } thing)
        {
            parameters[thing.Name] = thing.Id;
        }

        outbox.Add(db, new OutboxMail(kind, readerId, address, name)
        {
            Parameters = parameters,
            Thread = $"ticket-{ticket.Id:N}",
        });
    }
}
