using Helpdesk.Platform.Http;

namespace Helpdesk.Platform.Email;

/// <summary>The outbox for those who run the helpdesk. Whoever asks has looked at the rights.</summary>
public interface IOutboxDesk
{
    /// <summary>How much waits and how much was given up, and why.</summary>
    Task<OutboxState> StateAsync(CancellationToken cancellationToken);

    /// <summary>The mails that wait (the one that is due next first) or were given up (the newest first); a refusal when the question cannot be read.</summary>
    Task<Outcome<CursorPage<OutboxLine>>> ReadAsync(bool hasFailed, string? cursor, int? limit, CancellationToken cancellationToken);

    /// <summary>A mail as its reader gets it, without what is secret in it.</summary>
    Task<Outcome<OutboxLetter>> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sends a mail now: one that waits, or one that was given up, with all its attempts anew.</summary>
    Task<Outcome<Done>> RetryAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sends again what was given up for this reason, as far as it can be.</summary>
    Task<Outcome<RetriedMails>> RetryAllAsync(string reason, CancellationToken cancellationToken);

    /// <summary>Gives a mail up for good, with the reason that the log keeps.</summary>
    Task<Outcome<Done>> DiscardAsync(Guid id, string because, CancellationToken cancellationToken);
}

/// <summary>The outbox in numbers; the oldest waiting mail is the one that was written first and should have left by now.</summary>
public sealed record OutboxState(int Waiting, DateTimeOffset? OldestDue, int Failed, IReadOnlyList<FailedReason> Reasons);

/// <summary>Mails that were given up for one reason, told in words.</summary>
public sealed record FailedReason(string Reason, int Count);

/// <summary>How many are sent again, and how many cannot be, because what they told is gone or no longer good.</summary>
public sealed record RetriedMails(int Again, int Left);

/// <summary>A mail of the outbox, without its words; About is null when it is about nothing that has a page.</summary>
public sealed record OutboxLine(
    Guid Id,
    string Kind,
    string ToName,
    string ToAddress,
    MailMatter? About,
    int Attempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? FailedAt,
    string? Reason,
    string? Answer);

/// <summary>A mail with its words; Subject and Text are null when this version or the moment cannot make them.</summary>
public sealed record OutboxLetter(OutboxLine Line, string? Subject, string? Text);
