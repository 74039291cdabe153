using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Macros;

/// <summary>What a macro does to a ticket. What is not named stays as it is.</summary>
internal sealed record MacroChange
{
    public const string Me = "me";
    public const string Nobody = "none";

    public string? Status { get; init; }

    public string? Priority { get; init; }

    /// <summary>Name or id; kept as the id, so that the category may be renamed.</summary>
    public string? Category { get; init; }

    /// <summary>An id, me for whoever applies the macro, or none.</summary>
    public string? Assignee { get; init; }

    /// <summary>An id, or none.</summary>
    public string? Team { get; init; }

    public List<string> AddTags { get; init; } = [];

    public List<string> RemoveTags { get; init; } = [];

    [JsonIgnore]
    public TicketStatus? ReadStatus => Words.Read<TicketStatus>(Status);

    [JsonIgnore]
    public bool IsNothing => this is { Status: null, Priority: null, Category: null, Assignee: null, Team: null, AddTags.Count: 0, RemoveTags.Count: 0 };

    public static MacroChange Read(string json) => JsonSerializer.Deserialize<MacroChange>(json) ?? new MacroChange();

    public string Write() => JsonSerializer.Serialize(this);

    /// <summary>The change as if this person had typed it on a ticket with these tags; its status goes another way.</summary>
    public ChangeTicketRequest For(IReadOnlyCollection<string> tags, Guid userId) => new()
    {
        Priority = Priority,
        Category = Category,
        AssigneeId = Assignee switch
        {
            null => default,
            Me => new Named<Guid?>(userId, true),
            _ => new Named<Guid?>(Guid.TryParse(Assignee, out var id) ? id : null, true),
        },
        TeamId = Team is null ? default : new Named<Guid?>(Guid.TryParse(Team, out var team) ? team : null, true),
        Tags = AddTags.Count + RemoveTags.Count == 0 ? null : [.. Tags.Normalise([.. tags.Except(RemoveTags, StringComparer.OrdinalIgnoreCase), .. AddTags])],
    };
}

/// <summary>Changes of macros as sentences.</summary>
internal sealed class MacroWords(CategoryList categories, IUserDirectory people, ITeamDirectory teams)
{
    public async Task<IReadOnlyList<string>> OfAsync(MacroChange change, CancellationToken cancellationToken)
    {
        var sentences = new List<string>();
        if (Words.Read<TicketStatus>(change.Status) is { } status)
        {
            sentences.Add($"Set status to {StatusWords.ForStaff(status).ToLowerInvariant()}");
        }

        if (Words.Read<TicketPriority>(change.Priority) is { } priority)
        {
            sentences.Add($"Set priority to {StatusWords.Of(priority).ToLowerInvariant()}");
        }

        if (change.Category is { } category)
        {
            sentences.Add($"Move to category {(await categories.GetAsync(cancellationToken)).Find(category)?.Name ?? "that is gone"}");
        }

        if (change.Team is { } team)
        {
            sentences.Add(team == MacroChange.Nobody ? "Take the team off" : $"Give to team {(await teams.TeamsAsync(cancellationToken)).FirstOrDefault(known => known.Id.ToString() == team)?.Name ?? "that is gone"}");
        }

        if (change.Assignee is { } assignee)
        {
            sentences.Add(assignee switch
            {
                MacroChange.Me => "Assign to whoever applies it",
                MacroChange.Nobody => "Take the assignee off",
                _ => $"Assign to {(await people.StaffAsync(cancellationToken)).FirstOrDefault(member => member.Id.ToString() == assignee)?.Name ?? Names.FormerUser}",
            });
        }

        sentences.AddRange(change.AddTags.Select(tag => $"Add tag {tag}"));
        sentences.AddRange(change.RemoveTags.Select(tag => $"Remove tag {tag}"));
        return sentences;
    }
}
