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

    public bool IsSignedIn => Id != Guid.Empty;
}
