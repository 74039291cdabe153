using System.Text.Json.Serialization;
using Helpdesk.Platform;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>The fields of a ticket as a form holds them.</summary>
internal record FieldValues
{
    public static readonly IReadOnlyList<string> Names = ["Status", "Priority", "Category", "Assignee", "Team", "Tags"];

    public string Status { get; init; } = "";

    public string Priority { get; init; } = "";

    /// <summary>By name.</summary>
    public string Category { get; init; } = "";

    /// <summary>An id; empty for nobody.</summary>
    public string Assignee { get; init; } = "";

    /// <summary>An id; empty for none.</summary>
    public string Team { get; init; } = "";

    /// <summary>With commas between them.</summary>
    public string Tags { get; init; } = "";

    public static FieldValues Of(TicketView ticket) => new()
    {
        Status = Words.Of(ticket.Status),
        Priority = Words.Of(ticket.Priority),
        Category = ticket.Category,
        Assignee = ticket.Assignee?.Id.ToString() ?? "",
        Team = ticket.Team?.Id.ToString() ?? "",
        Tags = string.Join(", ", ticket.Tags),
    };

    [JsonIgnore]
    public string[] TagList => Tags.Split(", ", StringSplitOptions.RemoveEmptyEntries);

    public string this[string name] => name switch
    {
        "Status" => Status,
        "Priority" => Priority,
        "Category" => Category,
        "Assignee" => Assignee,
        "Team" => Team,
        _ => Tags,
    };
}

/// <summary>What the team sends from the side of a ticket: the fields as they should be, and as their writer saw them.</summary>
internal sealed record FieldsForm : FieldValues
{
    public FieldValues Seen { get; init; } = new();

    public int? Version { get; init; }

    public Guid? LastSeenMessageId { get; init; }

    /// <summary>The fields that their writer changed. The others stay as they are, whoever changes them.</summary>
    public IReadOnlyList<string> Changed => [.. Names.Where(name => this[name] != Seen[name])];

    public ChangeTicketRequest ToRequest()
    {
        var changed = Changed;
        return new ChangeTicketRequest
        {
            Status = changed.Contains("Status") ? Status : null,
            Priority = changed.Contains("Priority") ? Priority : null,
            Category = changed.Contains("Category") ? Category : null,
            AssigneeId = changed.Contains("Assignee") ? Id(Assignee) : default,
            TeamId = changed.Contains("Team") ? Id(Team) : default,
            Tags = changed.Contains("Tags") ? Tags.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : null,
        };
    }

    /// <summary>No id stands for one that nothing has.</summary>
    private static Named<Guid?> Id(string text) => new(text.Length == 0 ? null : Guid.TryParse(text, out var id) ? id : Guid.Empty, IsNamed: true);
}
