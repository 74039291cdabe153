namespace Helpdesk.Tickets.Model;

/// <summary>One line of a ticket's timeline: who changed what, when, from what, to what. Never changes.</summary>
internal sealed class TicketEvent
{
    public const int ValueLength = 2_000;
    public const int WhyLength = 500;

    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public TicketEventKind Kind { get; init; }

    /// <summary>Null when a rule of the house did it.</summary>
    public Guid? ActorId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Words for states and priorities, names for categories and teams, ids for people, numbers for tickets (and before them how they are linked), label and value for fields of categories. What a category decided comes from its name.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    /// <summary>The rule of the house that did it and what made it do so, to follow "Assigned to Dana"; null when a person did it for reasons of their own.</summary>
    public string? Why { get; init; }

    /// <summary>For the team alone; employees never get it.</summary>
    public bool IsInternal { get; init; }

    public static bool IsForTheTeam(TicketEventKind kind) =>
        kind is TicketEventKind.Assigned or TicketEventKind.TeamChanged or TicketEventKind.TagsChanged
            or TicketEventKind.Linked or TicketEventKind.Unlinked or TicketEventKind.Snoozed or TicketEventKind.Woken
            or TicketEventKind.MergedHere or TicketEventKind.SplitOff or TicketEventKind.MacroApplied
            or TicketEventKind.TeamByCategory;
}

/// <summary>In the order in which events of the same moment are told.</summary>
internal enum TicketEventKind
{
    Opened = 0,
    Follows = 1,
    CategoryChanged = 2,
    PriorityChanged = 3,
    TagsChanged = 4,
    TeamChanged = 5,
    Assigned = 6,
    StatusChanged = 7,
    FollowUpFiled = 8,
    SubjectChanged = 9,
    ParticipantAdded = 10,
    ParticipantRemoved = 11,
    MergedInto = 12,
    MergedHere = 13,
    Unmerged = 14,
    SplitOff = 15,
    SplitFrom = 16,
    Linked = 17,
    Unlinked = 18,
    Snoozed = 19,
    Woken = 20,
    Redacted = 21,
    Reminded = 22,
    MacroApplied = 23,
    FieldChanged = 24,
    PriorityByCategory = 25,
    TeamByCategory = 26,
}
