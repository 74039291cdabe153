namespace Helpdesk.Platform.Audit;

/// <summary>One line of the audit log: who did what to whom, when and from where. It is written with the act and never changes.</summary>
public sealed class AuditEntry
{
    public const int ActionLength = 64;
    public const int SubjectLength = 64;

    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Null when nobody was signed in, or the helpdesk itself acted.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>A stable word such as "session.started"; what stands before the dot is what it is about.</summary>
    public string Action { get; init; } = "";

    /// <summary>What the act changed, such as "person"; empty when there is no such thing.</summary>
    public string SubjectKind { get; init; } = "";

    public string SubjectId { get; init; } = "";

    /// <summary>Facts by name, as a JSON object; before and after where a value changed. Never a secret.</summary>
    public string Details { get; init; } = "{}";

    /// <summary>The network address that the request came from; empty for what the helpdesk did by itself.</summary>
    public string Address { get; init; } = "";
}
