using System.Text.Json.Serialization;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>A ticket in lists and answers. What only pages show is not part of the JSON.</summary>
internal record TicketView
{
    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Subject { get; init; }

    public required TicketStatus Status { get; init; }

    public required TicketPriority Priority { get; init; }

    public required string Category { get; init; }

    /// <summary>For the team; null for everybody else.</summary>
    public required TeamRef? Team { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    public required UserRef Requester { get; init; }

    public required IReadOnlyList<UserRef> Participants { get; init; }

    public required UserRef? Assignee { get; init; }

    public required TicketChannel Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>For the team the last change of any kind, for others the last that they may know of.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset? FirstRespondedAt { get; init; }

    public required DateTimeOffset? ResolvedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required DateTimeOffset? FirstResponseDueAt { get; init; }

    public required DateTimeOffset? ResolutionDueAt { get; init; }

    public required Guid? MergedInto { get; init; }

    public required int Version { get; init; }

    /// <summary>The fields of its category that its reader may know of, filled in or not.</summary>
    [JsonIgnore]
    public IReadOnlyList<FilledField> Extras { get; init; } = [];

    /// <summary>The beginning of the last message, on one line.</summary>
    [JsonIgnore]
    public string LastMessagePreview { get; init; } = "";

    [JsonIgnore]
    public DateTimeOffset LastMessageAt { get; init; }

    [JsonIgnore]
    public UserRef LastMessageAuthor { get; init; } = UserRef.Nobody;

    /// <summary>Somebody else wrote since the reader last looked; only told in the reader's own list.</summary>
    [JsonIgnore]
    public bool HasNewAnswer { get; init; }

    [JsonIgnore]
    public bool IsOpen => Status <= TicketStatus.WaitingOnEmployee;
}

internal sealed record TeamRef(Guid Id, string Name);

/// <summary>A field of a category with what a ticket has for it; empty for nothing.</summary>
internal sealed record FilledField(ExtraField Field, string Value)
{
    public string Text => Value.Length == 0 && Field.Kind != FieldKind.Checkbox ? "" : Field.Show(Value);

    public static IReadOnlyList<FilledField> All(IEnumerable<ExtraField> fields, string extras)
    {
        var values = ExtraValues.Read(extras);
        return [.. fields.Select(field => new FilledField(field, values.GetValueOrDefault(field.Id, "")))];
    }
}
