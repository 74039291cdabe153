using System.Globalization;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Admin.ShowAuditLog;

/// <summary>What narrows the lines of the page and of its file; days are the reader's, and the last one counts.</summary>
internal sealed record AuditPageRequest
{
    public string? Q { get; init; }

    public string? Action { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Cursor { get; init; }

    public AuditLogRequest For(CurrentUser reader)
    {
        var zone = LocalDays.ZoneOf(reader);
        return new AuditLogRequest
        {
            Q = Q,
            Action = Action,
            From = From is { } first ? LocalDays.Midnight(first, zone) : null,
            To = To is { } last && last < DateOnly.MaxValue ? LocalDays.Midnight(last.AddDays(1), zone) : null,
            Cursor = Cursor,
        };
    }

    /// <summary>These lines at another place.</summary>
    public string UrlAt(string path, string? cursor = null) => path + QueryString.Create(
        new KeyValuePair<string, string?>[]
        {
            new("q", Q), new("action", Action), new("from", Day(From)), new("to", Day(To)), new("cursor", cursor),
        }.Where(part => !string.IsNullOrEmpty(part.Value)));

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
