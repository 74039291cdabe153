using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.OpenTicket;

/// <summary>Finds the people whom somebody named by address or id. Who is not active cannot be named.</summary>
internal sealed class CopyIn(IUserDirectory people, ISiteSettings site)
{
    public const int Maximum = TicketChanges.MostParticipants;

    /// <summary>On pages the people are one line of addresses.</summary>
    public static List<string> AddressesIn(IEnumerable<string?>? lines) =>
        [.. (lines ?? []).SelectMany(line => (line ?? "").Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))];

    public async Task<Outcome<Guid[]>> FindAsync(
        string field, IReadOnlyList<string> addressesOrIds, CancellationToken cancellationToken)
    {
        var asked = addressesOrIds.OfType<string>().Select(text => text.Trim()).Where(text => text.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var ids = asked.Where(text => Guid.TryParse(text, out _)).Select(Guid.Parse).ToList();
        var cards = ids.Count == 0 ? new Dictionary<Guid, UserCard>() : await people.FindAsync(ids, cancellationToken);
        var found = new List<Guid>();
        var unknown = new List<string>();
        foreach (var text in asked)
        {
            var card = Guid.TryParse(text, out var id) ? cards.GetValueOrDefault(id) : await people.FindByEmailAsync(text, cancellationToken);
            if (card is { IsActive: true })
            {
                found.Add(card.Id);
            }
            else
            {
                unknown.Add(text);
            }
        }

        if (unknown.Count == 0)
        {
            return found.ToArray();
        }

        var name = (await site.GetAsync(cancellationToken)).Name;
        return new Refusal.Invalid(new Dictionary<string, string[]>
        {
            [field] = [.. unknown.Select(text => $"{text} cannot be copied in. Only people of {name} can.")],
        });
    }
}
