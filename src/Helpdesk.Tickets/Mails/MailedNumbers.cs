using System.Text.Json;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Mails;

/// <summary>The tickets that mails are about, by their numbers.</summary>
internal sealed class MailedNumbers(TicketsDbContext db) : IMailMatters
{
    public async Task<IReadOnlyDictionary<Guid, MailMatter>> OfAsync(IReadOnlyCollection<OutboxEmail> mails, CancellationToken cancellationToken)
    {
        var tickets = new Dictionary<Guid, Guid>();
        foreach (var mail in mails)
        {
            if (JsonElement.Parse(mail.Parameters).TryGetProperty(MailedTicket.TicketParameter, out var value) && value.TryGetGuid(out var ticketId))
            {
                tickets.Add(mail.Id, ticketId);
            }
        }

        var ids = tickets.Values.Distinct().ToArray();
        var numbers = ids.Length == 0
            ? []
            : await db.Tickets.Where(ticket => ids.Contains(ticket.Id)).ToDictionaryAsync(ticket => ticket.Id, ticket => ticket.Number, cancellationToken);
        return tickets.Where(pair => numbers.ContainsKey(pair.Value))
            .ToDictionary(pair => pair.Key, pair => new MailMatter($"#{numbers[pair.Value]}", TicketUrls.Show(numbers[pair.Value])));
    }
}
