namespace Helpdesk.Auth.Model;

/// <summary>A browser that a person has signed in with before; a sign-in from any other is told to them by mail.</summary>
internal sealed class KnownDevice
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    /// <summary>Of the random word in the browser's long-lived cookie.</summary>
    public byte[] Hash { get; init; } = [];

    public string Label { get; set; } = "";

    public DateTimeOffset FirstSeenAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }
}
