using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Queue;

/// <summary>One value that narrows the list: what a chip says, and the address of the list without it.</summary>
internal sealed record QueueFilter(string Name, string Value, string Words, string RemoveUrl);

/// <summary>What the filter form offers, and what is set, in words.</summary>
internal sealed record QueueFilterBar(
    QueueAddress Address, IReadOnlyList<QueueFilter> Filters, IReadOnlyList<string> Categories, IReadOnlyList<UserCard> Staff, IReadOnlyList<TeamCard> Teams)
{
    // The form has a control for these; the others go along unseen, so that narrowing further loses nothing.
    private static readonly string[] InForm = ["q", "status", "priority", "category", "assignee", "team"];

    public IEnumerable<QueueFilter> Unseen => Filters.Where(filter => !InForm.Contains(filter.Name));

    public bool IsSet(string name) => Filters.Any(filter => filter.Name == name);

    public bool IsChosen(string name, string value) =>
        Filters.Any(filter => filter.Name == name && string.Equals(filter.Value, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Such as: No tickets match “printer” with status Open and priority High.</summary>
    public string NothingMatches()
    {
        var text = Filters.FirstOrDefault(filter => filter.Name == "q");
        var others = Filters.Where(filter => filter.Name != "q")
            .GroupBy(filter => filter.Name)
            .Select(group => $"{PhraseOf(group.Key)}{string.Join(" or ", group.Select(filter => filter.Words))}".Trim())
            .ToList();
        var with = others.Count switch
        {
            0 => "",
            1 => $" with {others[0]}",
            _ => $" with {string.Join(", ", others.SkipLast(1))} and {others[^1]}",
        };
        return text is null ? $"No tickets{with}." : $"No tickets match {text.Words}{with}.";
    }

    /// <summary>As on a chip: Status: Open.</summary>
    public static string ChipOf(QueueFilter filter) => filter.Name is "q" or "overdue"
        ? filter.Words
        : $"{char.ToUpperInvariant(PhraseOf(filter.Name)[0])}{PhraseOf(filter.Name)[1..].TrimEnd()}: {filter.Words}";

    private static string PhraseOf(string name) => name switch
    {
        "createdFrom" => "filed from ",
        "createdTo" => "filed up to ",
        "updatedFrom" => "updated from ",
        "updatedTo" => "updated up to ",
        "overdue" => "",
        _ when FieldFilters.IsName(name) => $"{name[FieldFilters.Prefix.Length..].Replace('_', ' ')} ",
        _ => $"{name} ",
    };
}

/// <summary>Finds the names behind the ids of a filter. The team and the categories are kept in memory; a requester is on the list.</summary>
internal sealed class QueueFilterReading(CategoryList categories, IUserDirectory people, ITeamDirectory teams)
{
    public async Task<QueueFilterBar> ReadAsync(QueueRequest request, IReadOnlyList<TicketView> tickets, CancellationToken cancellationToken)
    {
        var address = new QueueAddress(request);
        var set = await categories.GetAsync(cancellationToken);
        var staff = await people.StaffAsync(cancellationToken);
        var all = await teams.TeamsAsync(cancellationToken);
        var filters = new List<QueueFilter>();
        foreach (var filter in address.Filters)
        {
            var (name, value) = filter;
            var words = name switch
            {
                "q" => $"“{value}”",
                "status" when Words.Read<TicketStatus>(value) is { } status => StatusWords.ForStaff(status),
                "priority" when Words.Read<TicketPriority>(value) is { } priority => StatusWords.Of(priority),
                "category" => set.Find(value)?.Name ?? value,
                "assignee" when value == "none" => "Nobody",
                "team" when value == "none" => "None",
                "team" when value == TeamFilter.Mine => "My teams",
                "team" => Guid.TryParse(value, out var id) ? all.Of(id)!.Name : value,
                "assignee" when value == "me" => "Me",
                "assignee" when !Guid.TryParse(value, out _) => value,
                "assignee" => staff.FirstOrDefault(member => member.Id.ToString() == value)?.Name ?? Names.FormerUser,
                "requester" => await RequesterAsync(value, tickets, cancellationToken),
                "overdue" => value == "true" ? "overdue" : "not overdue",
                _ => value,
            };
            filters.Add(new QueueFilter(name, value, words, address.Without(filter)));
        }

        return new QueueFilterBar(address, filters, [.. set.Active.Select(category => category.Name)], staff, [.. all.Where(team => team.IsActive)]);
    }

    private async Task<string> RequesterAsync(string value, IReadOnlyList<TicketView> tickets, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(value, out var id))
        {
            return value;
        }

        if (tickets.FirstOrDefault(ticket => ticket.Requester.Id == id) is { } ticket)
        {
            return ticket.Requester.Name;
        }

        var cards = await people.FindAsync([id], cancellationToken);
        return cards.TryGetValue(id, out var card) ? card.Name : Names.FormerUser;
    }
}
