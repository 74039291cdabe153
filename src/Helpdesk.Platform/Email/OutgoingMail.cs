namespace Helpdesk.Platform.Email;

/// <summary>A mail as it goes out: words, addresses and its place in a conversation.</summary>
internal sealed record OutgoingMail
{
    public required string MessageId { get; init; }

    public required IReadOnlyList<string> References { get; init; }

    public required string FromName { get; init; }

    public required string ToAddress { get; init; }

    public required string ToName { get; init; }

    public required string Subject { get; init; }

    public required string Language { get; init; }

    public required string Text { get; init; }

    public required string Html { get; init; }
}

/// <summary>This mail cannot be sent at present; the message says why and may be shown and logged.</summary>
internal sealed class MailTroubleException(string message) : Exception(message);

/// <summary>This mail will not be taken, however often it is offered; the message says why.</summary>
internal sealed class MailRefusedException(string message) : Exception(message);
