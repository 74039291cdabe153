namespace Helpdesk.Auth.Model;

/// <summary>Lets a program act for the person who made it, within a scope. The key is shown once; only its hash is kept.</summary>
internal sealed class ApiKey
{
    public const int NameLength = 100;
    public const int StandardDays = 90;
    public const int MostDays = 365;

    private const string Mark = "hd_";
    private const int BeginningLength = 9;

    public Guid Id { get; init; }

    public Guid OwnerId { get; init; }

    public string Name { get; set; } = "";

    /// <summary>By which people know it again; what is left is still beyond guessing.</summary>
    public string Beginning { get; init; } = "";

    public byte[] Hash { get; init; } = [];

    public KeyScope Scope { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null when it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public static (ApiKey Key, string Secret) Create(Guid ownerId, string name, KeyScope scope, int? days, DateTimeOffset now)
    {
        var secret = Mark + Secret.Create();
        return (new ApiKey
        {
            Id = Guid.CreateVersion7(now),
            OwnerId = ownerId,
            Name = name,
            Beginning = secret[..BeginningLength],
            Hash = Secret.Hash(secret),
            Scope = scope,
            CreatedAt = now,
            ExpiresAt = days is { } some ? now.AddDays(some) : null,
        }, secret);
    }

    /// <summary>An access token may begin like a key by chance; it is shorter.</summary>
    public static bool IsLike(string token) => token.Length == Mark.Length + Secret.Length && token.StartsWith(Mark, StringComparison.Ordinal);

    public KeyState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? KeyState.Revoked : ExpiresAt <= now ? KeyState.Expired : KeyState.Active;
}

/// <summary>What a key may do of what its owner may; each holds those before it.</summary>
internal enum KeyScope
{
    Read = 0,
    Write = 1,
    Admin = 2,
}

internal enum KeyState
{
    Active = 0,
    Expired = 1,
    Revoked = 2,
}
