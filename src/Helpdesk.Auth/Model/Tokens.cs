namespace Helpdesk.Auth.Model;

/// <summary>A short-lived opaque token of an API session; only its hash is stored.</summary>
internal sealed class AccessToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public byte[] Hash { get; init; } = [];

    public Guid SessionId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Good for one renewal; a second use means that it was stolen and ends the session.</summary>
internal sealed class RefreshToken
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    public byte[] Hash { get; init; } = [];

    public Guid SessionId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? SpentAt { get; set; }
}

/// <summary>A secret that was mailed to a person (or printed on the console) and is good for one act.</summary>
internal sealed class OneTimeToken
{
    public byte[] Hash { get; init; } = [];

    public OneTimePurpose Purpose { get; init; }

    /// <summary>Null for the first-run code and for a sign-up, which belong to nobody yet.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The sign-up whose address it proves.</summary>
    public Guid? SignUpId { get; init; }

    /// <summary>The address that it proves, where that is not yet the account's.</summary>
    public string? NewEmail { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public static OneTimeToken Create(string secret, OneTimePurpose purpose, DateTimeOffset now, Guid? userId = null, Guid? signUpId = null, string? newEmail = null) => new()
    {
        Hash = Secret.Hash(secret),
        Purpose = purpose,
        UserId = userId,
        SignUpId = signUpId,
        NewEmail = newEmail,
        CreatedAt = now,
        ExpiresAt = now + Lifetime(purpose),
    };

    public static TimeSpan Lifetime(OneTimePurpose purpose) => purpose switch
    {
        OneTimePurpose.VerifyEmail => TimeSpan.FromHours(24),
        OneTimePurpose.SetUp => TimeSpan.FromDays(7),
        OneTimePurpose.ResetPassword => TimeSpan.FromHours(1),
        OneTimePurpose.ChangeEmail => TimeSpan.FromHours(24),
        OneTimePurpose.Invitation => TimeSpan.FromDays(7),
        _ => throw new ArgumentOutOfRangeException(nameof(purpose)),
    };
}

internal enum OneTimePurpose
{
    VerifyEmail = 0,
    SetUp = 1,
    ResetPassword = 2,
    ChangeEmail = 3,
    Invitation = 4,
}
