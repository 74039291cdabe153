using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>What its reader changed a moment ago: the form that sends the fields back to what they were, unless somebody changed them since.</summary>
internal sealed record LastChange(IReadOnlyList<string> Fields, FieldsForm Back)
{
    /// <summary>How long the way back is offered.</summary>
    private static readonly TimeSpan Offered = TimeSpan.FromMinutes(10);

    private static readonly Dictionary<TicketEventKind, string> Kinds = new()
    {
        [TicketEventKind.StatusChanged] = "Status",
        [TicketEventKind.PriorityChanged] = "Priority",
        [TicketEventKind.CategoryChanged] = "Category",
        [TicketEventKind.Assigned] = "Assignee",
        [TicketEventKind.TeamChanged] = "Team",
        [TicketEventKind.TagsChanged] = "Tags",
    };

    public string Words => $"You changed {string.Join(", ", Fields.Select(name => name.ToLowerInvariant()))}.";

    public static LastChange? Of(TicketDetailView ticket, IReadOnlyList<TeamCard> teams, CurrentUser reader, DateTimeOffset now)
    {
        // What a rule made of a change at the same moment goes back with it.
        var last = ticket.Events.LastOrDefault(change => Kinds.ContainsKey(change.Kind) && change.Why is null);
        if (last?.Actor?.Id != reader.Id || now - last.At > Offered)
        {
            return null;
        }

        var before = ticket.Events.Where(change => change.At == last.At && Kinds.ContainsKey(change.Kind))
            .GroupBy(change => Kinds[change.Kind])
            .ToDictionary(group => group.Key, group => ValueOf(group.First(), teams));
        // A closed ticket can only be opened again.
        if (ticket.Status == TicketStatus.Closed && before.GetValueOrDefault("Status") != Platform.Words.Of(TicketStatus.Open))
        {
            return null;
        }

        var seen = FieldValues.Of(ticket);
        string Value(string field) => before.GetValueOrDefault(field, seen[field]);
        return new LastChange([.. before.Keys], new FieldsForm
        {
            Status = Value("Status"),
            Priority = Value("Priority"),
            Category = Value("Category"),
            Assignee = Value("Assignee"),
            Team = Value("Team"),
            Tags = Value("Tags"),
            Seen = seen,
            Version = ticket.Version,
            LastSeenMessageId = ticket.LastMessageId,
        });
    }

    private static string ValueOf(EventView change, IReadOnlyList<TeamCard> teams) => change.Kind switch
    {
        TicketEventKind.TeamChanged => teams.FirstOrDefault(team => team.Name == change.KeptFrom)?.Id.ToString() ?? "",
        _ => change.KeptFrom ?? "",
    };
}
