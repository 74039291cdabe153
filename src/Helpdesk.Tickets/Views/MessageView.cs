using System.Text.Json.Serialization;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>A message, or for the team also a note. Rendered only when somebody reads it: a long conversation is shown folded.</summary>
internal sealed class MessageView(MarkdownRenderer markdown)
{
    public const string Public = "public";
    public const string Internal = "internal";

    private string? html;

    public required Guid Id { get; init; }

    /// <summary>public or internal.</summary>
    public required string Kind { get; init; }

    public required UserRef Author { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    public string BodyHtml => html ??= markdown.ToHtml(Body);

    public required TicketChannel Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];

    /// <summary>When an admin took its words out, and who did.</summary>
    public DateTimeOffset? RedactedAt { get; init; }

    public UserRef? RedactedBy { get; init; }

    [JsonIgnore]
    public bool IsNote => Kind == Internal;

    [JsonIgnore]
    public bool IsFromStaff { get; init; }
}

/// <summary>A line of the timeline. People and categories are told by name.</summary>
internal sealed record EventView
{
    public required Guid Id { get; init; }

    public required TicketEventKind Kind { get; init; }

    /// <summary>Null when a rule of the house did it.</summary>
    public required UserRef? Actor { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string? From { get; init; }

    public required string? To { get; init; }

    /// <summary>The rule that did it and what made it do so; left out when a person did it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Why { get; init; }

    [JsonIgnore]
    public bool IsInternal { get; init; }

    /// <summary>What it was as it is kept: ids where from has names.</summary>
    [JsonIgnore]
    public string? KeptFrom { get; init; }
}

/// <summary>One of the two, in the order of time.</summary>
internal sealed record ConversationEntry(DateTimeOffset At, MessageView? Message, EventView? Event);
