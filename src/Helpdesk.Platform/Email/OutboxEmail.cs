namespace Helpdesk.Platform.Email;

/// <summary>A mail that a use case caused, written in the use case's own transaction and sent later. Kind and parameters say what it tells; the words are made when it is sent.</summary>
public sealed class OutboxEmail
{
    internal const int LongestName = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of the <see cref="IMailKind"/> that composes it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The account that it is for, if there is one.</summary>
    public Guid? RecipientId { get; init; }

    /// <summary>A bare address, proven or given by its owner; never cut out of other text.</summary>
    public string ToAddress { get; init; } = "";

    public string ToName { get; init; } = "";

    /// <summary>JSON object with what the kind needs to compose the mail.</summary>
    public string Parameters { get; set; } = "{}";

    /// <summary>Encrypted parameters, such as a token; wiped once the mail is sent or given up.</summary>
    public byte[]? Secrets { get; set; }

    /// <summary>It was written with secrets; without them it cannot be made again.</summary>
    public bool HasSecrets { get; init; }

    /// <summary>Local part of the Message-ID without brackets; fixed here so that a repeated mail is known as the same.</summary>
    public string MessageId { get; init; } = "";

    /// <summary>Message-IDs (without brackets) that this mail continues, oldest first; the last is In-Reply-To.</summary>
    public string[] References { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not to be sent before this time; it can still be taken back until then.</summary>
    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>After this time it is no longer worth sending.</summary>
    public DateTimeOffset? NotAfter { get; init; }

    public int Attempts { get; set; }

    /// <summary>A drain works on it until then; a crash lets the lease run out.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Given up; an admin sees it with its reason.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Not sent because what it would tell was no longer true or no longer allowed to be told.</summary>
    public DateTimeOffset? DroppedAt { get; set; }

    /// <summary>What the mail server or the composer said at the last attempt.</summary>
    public string? LastError { get; set; }
}
