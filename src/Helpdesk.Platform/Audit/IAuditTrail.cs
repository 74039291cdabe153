using Helpdesk.Platform.Http;

namespace Helpdesk.Platform.Audit;

/// <summary>Reads the audit log. Nothing writes through it, and nothing changes what is there.</summary>
public interface IAuditTrail
{
    /// <summary>The newest lines first; a refusal when the question itself cannot be read.</summary>
    Task<Outcome<CursorPage<AuditEntry>>> ReadAsync(AuditQuestion question, CancellationToken cancellationToken);
}

/// <summary>Which lines are wanted; what is left out does not narrow them.</summary>
public sealed record AuditQuestion
{
    /// <summary>A network address, an id, or a part of an action; empty for all. Lines of <see cref="PeopleIds"/> are found as well.</summary>
    public string Text { get; init; } = "";

    /// <summary>People whom the text may mean, who acted or were acted upon.</summary>
    public IReadOnlyList<Guid> PeopleIds { get; init; } = [];

    public Guid? ActorId { get; init; }

    /// <summary>An action, or what it is about: "session" finds "session.started" and all others of its kind.</summary>
    public string? Action { get; init; }

    public string? SubjectKind { get; init; }

    public string? SubjectId { get; init; }

    /// <summary>The first moment that counts.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The first moment that no longer counts.</summary>
    public DateTimeOffset? To { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}
