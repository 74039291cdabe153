namespace Helpdesk.Tickets.Model;

/// <summary>What is known of a ticket, and its timeline. The rules that change it are those of <see cref="Ticket"/>.</summary>
internal abstract class TicketState
{
    private protected readonly List<Message> messages = [];
    private protected readonly List<Note> notes = [];
    private protected readonly List<TicketEvent> events = [];

    public Guid Id { get; private protected init; }

    /// <summary>From a sequence when it is saved; zero until then.</summary>
    public int Number { get; private protected init; }

    public string Subject { get; private protected set; } = "";

    public Guid CategoryId { get; private protected set; }

    public TicketPriority Priority { get; private protected set; }

    public TicketStatus Status { get; private protected set; }

    public Guid RequesterId { get; private protected init; }

    /// <summary>People copied in, besides the requester.</summary>
    public Guid[] ParticipantIds { get; private protected set; } = [];

    public Guid? AssigneeId { get; private protected set; }

    public Guid? TeamId { get; private protected set; }

    public string[] Tags { get; private protected set; } = [];

    /// <summary>Values of the fields of categories, see <see cref="ExtraValues"/>; those of other categories stay unseen.</summary>
    public string Extras { get; private protected set; } = ExtraValues.None;

    public TicketChannel Channel { get; private protected init; }

    public DateTimeOffset CreatedAt { get; private protected init; }

    /// <summary>The last change that the requester may know of.</summary>
    public DateTimeOffset UpdatedAt { get; private protected set; }

    /// <summary>The last change of any kind, notes and assignments too: what the team sorts by, and employees never get.</summary>
    public DateTimeOffset TouchedAt { get; private protected set; }

    /// <summary>Who made that change; null for a rule of the house. Nobody's own act is news to them.</summary>
    public Guid? TouchedById { get; private protected set; }

    public DateTimeOffset? FirstRespondedAt { get; private protected set; }

    /// <summary>Set while the ticket is resolved or closed.</summary>
    public DateTimeOffset? ResolvedAt { get; private protected set; }

    public DateTimeOffset? ClosedAt { get; private protected set; }

    public DateTimeOffset? FirstResponseDueAt { get; private protected set; }

    public DateTimeOffset? ResolutionDueAt { get; private protected set; }

    public Guid? MergedIntoId { get; private protected set; }

    /// <summary>The closed ticket that this one continues.</summary>
    public Guid? FollowsId { get; private protected init; }

    /// <summary>When it got the state that it has.</summary>
    public DateTimeOffset StatusSince { get; private protected set; }

    /// <summary>When the requester was last reminded of our question; null when not since it was asked.</summary>
    public DateTimeOffset? RemindedAt { get; private protected set; }

    /// <summary>Set while it sleeps: it is left out of the lists of work until a time or the next answer.</summary>
    public DateTimeOffset? SnoozedAt { get; private protected set; }

    /// <summary>Null while it sleeps until the next answer.</summary>
    public DateTimeOffset? SnoozedUntil { get; private protected set; }

    /// <summary>The beginning of the last message, kept here so that lists need no join.</summary>
    public string LastMessagePreview { get; private protected set; } = "";

    public DateTimeOffset LastMessageAt { get; private protected set; }

    public Guid LastMessageAuthorId { get; private protected set; }

    /// <summary>Raised by every change but notes, which change nothing that two writers could fight over.</summary>
    public int Version { get; private protected set; }

    public IReadOnlyList<Message> Messages => messages;

    public IReadOnlyList<Note> Notes => notes;

    public IReadOnlyList<TicketEvent> Events => events;

    public bool IsOpen => Status <= TicketStatus.WaitingOnEmployee;

    private protected void Record(TicketEventKind kind, Guid? actorId, DateTimeOffset now, string? from, string? to, bool isForTheTeam = false, string? why = null)
    {
        var isInternal = isForTheTeam || TicketEvent.IsForTheTeam(kind);
        events.Add(new TicketEvent
        {
            Id = Guid.CreateVersion7(now),
            TicketId = Id,
            Kind = kind,
            ActorId = actorId,
            At = now,
            From = string.IsNullOrEmpty(from) ? null : from,
            To = string.IsNullOrEmpty(to) ? null : to,
            Why = why,
            IsInternal = isInternal,
        });
        Touch(actorId, now, isInternal);
    }

    private protected void Touch(Guid? actorId, DateTimeOffset now, bool isInternal)
    {
        Version++;
        (TouchedAt, TouchedById) = (now, actorId);
        UpdatedAt = isInternal ? UpdatedAt : now;
    }
}
