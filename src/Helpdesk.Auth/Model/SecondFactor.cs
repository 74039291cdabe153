namespace Helpdesk.Auth.Model;

/// <summary>The key that a person's authenticator app shares with us. It counts once the person has typed a code from it.</summary>
internal sealed class TotpFactor
{
    public Guid UserId { get; init; }

    /// <summary>Encrypted with the site's key ring.</summary>
    public byte[] ProtectedKey { get; init; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The 30-second step of the last code that was taken; a code of it or of an earlier one is used up.</summary>
    public long LastStep { get; set; }
}

/// <summary>One of ten codes that stand in for the app, each good once; only its hash is stored.</summary>
internal sealed class RecoveryCode
{
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public byte[] Hash { get; init; } = [];

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A password that was right and still waits for the second factor. It opens nothing.</summary>
internal sealed class SignInAttempt
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public byte[] Hash { get; init; } = [];

    public Guid UserId { get; init; }

    /// <summary>The account's stamp when the password was proven: after a new password the attempt is void.</summary>
    public string SecurityStamp { get; init; } = "";

    /// <summary>"Keep me signed in on this device".</summary>
    public bool IsPersistent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
