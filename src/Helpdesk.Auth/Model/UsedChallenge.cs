namespace Helpdesk.Auth.Model;

/// <summary>A question to a passkey that was answered. Its answer works no second time, as long as it could still be shown.</summary>
internal sealed class UsedChallenge
{
    public byte[] Hash { get; init; } = [];

    public DateTimeOffset ExpiresAt { get; init; }
}
