using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Tickets.HoldReply;
using Helpdesk.Tickets.LinkTickets;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>A ticket with everything that its reader may see of it.</summary>
internal sealed record TicketDetailView : TicketView
{
    [SetsRequiredMembers]
    public TicketDetailView(TicketView ticket)
        : base(ticket)
    {
    }

    /// <summary>Oldest first; for the team notes too.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<MessageView> Messages { get; init; } = [];

    [JsonPropertyOrder(2)]
    public IReadOnlyList<EventView> Events { get; init; } = [];

    /// <summary>The reader wants no news of it.</summary>
    [JsonPropertyOrder(3)]
    public bool IsMuted { get; init; }

    /// <summary>For the team: the articles that its writer read before asking.</summary>
    [JsonPropertyOrder(4)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ItemCard>? ReadBefore { get; init; }

    /// <summary>What was filled in for its category, by the keys of the fields.</summary>
    [JsonPropertyOrder(5)]
    public IReadOnlyDictionary<string, object?> Fields => Extras.ToDictionary(filled => filled.Field.Key, filled => filled.Field.Give(filled.Value));

    /// <summary>Messages, notes and events by time: what a page shows.</summary>
    [JsonIgnore]
    public IReadOnlyList<ConversationEntry> Conversation { get; init; } = [];

    /// <summary>The newest message (never a note); a composer carries it, so that nobody answers past another's answer.</summary>
    [JsonIgnore]
    public Guid? LastMessageId { get; init; }

    /// <summary>Who gets mail when the reader answers.</summary>
    [JsonIgnore]
    public IReadOnlyList<UserRef> ReplyGoesTo { get; init; } = [];

    /// <summary>The reader's unsent reply and note.</summary>
    [JsonIgnore]
    public DraftView? ReplyDraft { get; init; }

    [JsonIgnore]
    public DraftView? NoteDraft { get; init; }

    /// <summary>The reader is the one who filed it (or for whom it was filed).</summary>
    [JsonIgnore]
    public bool IsRequester { get; init; }

    /// <summary>An answer opens it again; else the way on is a follow-up.</summary>
    [JsonIgnore]
    public bool AnswerReopens { get; init; }

    /// <summary>For the team: who the requester is, null for a former user.</summary>
    [JsonIgnore]
    public UserCard? RequesterCard { get; init; }

    /// <summary>For the team: how many open tickets the requester has, this one included.</summary>
    [JsonIgnore]
    public int RequesterOpenTickets { get; init; }

    /// <summary>The number of the closed ticket that this one continues, if the reader may see it.</summary>
    [JsonIgnore]
    public int? FollowsNumber { get; init; }

    /// <summary>The reader's own replies that are still to be sent, or were refused.</summary>
    [JsonIgnore]
    public IReadOnlyList<HeldReplyView> Held { get; init; } = [];

    /// <summary>For the team: since when it sleeps, and until when; null until is until the next answer.</summary>
    [JsonIgnore]
    public DateTimeOffset? SnoozedAt { get; init; }

    [JsonIgnore]
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>The tickets that are part of this one.</summary>
    [JsonIgnore]
    public IReadOnlyList<MergedTicket> Merged { get; init; } = [];

    /// <summary>For the team: other tickets that this one has to do with.</summary>
    [JsonIgnore]
    public IReadOnlyList<LinkView> Links { get; init; } = [];

    /// <summary>The number of the ticket that this one is part of, if the reader may see it.</summary>
    [JsonIgnore]
    public int? SurvivorNumber { get; init; }
}

/// <summary>What somebody typed and has not sent: a JSON object with the form's fields.</summary>
internal sealed record DraftView(DraftKind Kind, string Content, DateTimeOffset UpdatedAt);
