namespace Helpdesk.Auth.Model;

/// <summary>A copy of everything about one person, made in the background and kept for a day.</summary>
internal sealed class DataExport
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>An instance works on it until then; when it dies, another takes over.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? ReadyAt { get; set; }

    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>Set once it is ready.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>Of the ZIP file, in bytes.</summary>
    public long Size { get; set; }
}

/// <summary>A piece of an export's ZIP file, so that it is written and read without holding it whole.</summary>
internal sealed class DataExportPart
{
    public Guid ExportId { get; init; }

    public int Number { get; init; }

    public byte[] Content { get; init; } = [];
}
