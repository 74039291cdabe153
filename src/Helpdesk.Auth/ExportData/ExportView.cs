using Helpdesk.Auth.Model;

namespace Helpdesk.Auth.ExportData;

internal enum ExportState
{
    /// <summary>It waits or is being made.</summary>
    InTheMaking,
    Ready,
    Failed,
}

internal sealed record ExportView(
    Guid Id, ExportState State, DateTimeOffset AskedAt, DateTimeOffset? ReadyAt, DateTimeOffset? ExpiresAt, long? Size)
{
    public static ExportView Of(DataExport export) => new(
        export.Id,
        export.FailedAt is not null ? ExportState.Failed : export.ReadyAt is not null ? ExportState.Ready : ExportState.InTheMaking,
        export.AskedAt,
        export.ReadyAt,
        export.ExpiresAt,
        export.ReadyAt is null ? null : export.Size);
}
