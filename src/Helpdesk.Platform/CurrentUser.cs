namespace Helpdesk.Platform;

/// <summary>Who makes this request, as the session said it when the request began.</summary>
public sealed record CurrentUser
{
    /// <summary>Nobody is signed in.</summary>
    public static CurrentUser Nobody { get; } = new();

    public Guid Id { get; init; }

    public Guid SessionId { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    /// <summary>Works for the helpdesk: sees everybody's matters and internal remarks.</summary>
    public bool IsStaff { get; init; }

    /// <summary>Runs the helpdesk; always staff as well.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>IANA name, such as Europe/Vienna.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>BCP 47 tag, such as en.</summary>
    public string Language { get; init; } = "en";

    /// <summary>light, dark or system.</summary>
    public string Theme { get; init; } = "system";

    /// <summary>dense or relaxed; empty is what the role has.</summary>
    public string Density { get; init; } = "";

    /// <summary>24 or 12; empty goes by the language.</summary>
    public string TimeFormat { get; init; } = "";

    /// <summary>Seconds that a reply waits before it leaves; null goes by the site.</summary>
    public int? SendDelay { get; init; }

    /// <summary>Single-key shortcuts are on.</summary>
    public bool HasKeyboardShortcuts { get; init; } = true;

    /// <summary>News that the person has not read; past a hundred nobody counts on.</summary>
    public int UnreadNews { get; init; }

    /// <summary>When the person last proved in this session who they are.</summary>
    public DateTimeOffset ProvenAt { get; init; }

    /// <summary>Ends then however busy it is.</summary>
    public DateTimeOffset SessionExpiresAt { get; init; }

    /// <summary>Ends after so long without a request.</summary>
    public TimeSpan SessionIdleFor { get; init; }

    /// <summary>When the session ends if this request is the last one.</summary>
    public DateTimeOffset SessionEndsAt(DateTimeOffset now) => SessionExpiresAt < now + SessionIdleFor ? SessionExpiresAt : now + SessionIdleFor;

    /// <summary>The key by which a program acts for the person; null when it is the person.</summary>
    public KeyInUse? Key { get; init; }

    /// <summary>Only setting up a second factor and signing out are open.</summary>
    public bool MustEnrol { get; init; }

    public bool IsSignedIn => Id != Guid.Empty;

    /// <summary>Whether what this policy guards is worth offering; the policy itself still decides.</summary>
    public bool Passes(string policy) => policy switch
    {
        Policy.Admin => IsAdmin,
        Policy.Staff => IsStaff,
        _ => IsSignedIn,
    };
}

/// <summary>What a program acts with. A narrow scope has already taken rights from the person whom it acts for.</summary>
/// <param name="Id">The key's.</param>
/// <param name="MayChange">It may do more than read.</param>
public sealed record KeyInUse(Guid Id, bool MayChange);
