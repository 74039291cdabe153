using System.Globalization;
using System.Runtime.CompilerServices;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;

namespace Helpdesk.Admin.ShowAuditLog;

/// <summary>The lines as a file, the newest first, written as they come.</summary>
internal sealed class ExportAuditLogHandler(ShowAuditLogHandler handler, TimeProvider clock)
{
    private const int Most = 100_000;

    private static readonly string[] Head = ["At (UTC)", "Actor", "Actor id", "Action", "Sentence", "Subject", "Subject id", "Subject name", "Facts", "Address"];

    public async Task<Outcome<AuditFile>> HandleAsync(AuditLogRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var first = await handler.HandleAsync(request with { Limit = Cursor.MaximumLimit, Cursor = null }, user, cancellationToken);
        return first.Value is { } page
            ? new AuditFile(
                string.Create(CultureInfo.InvariantCulture, $"audit-log-{clock.GetUtcNow():yyyy-MM-dd}.csv"), LinesAsync(page, request, user, cancellationToken))
            : first.Refusal!;
    }

    private async IAsyncEnumerable<string> LinesAsync(
        CursorPage<AuditLineView> page, AuditLogRequest request, CurrentUser user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return Csv.Line(Head);
        for (var written = 0; ; written += page.Items.Count)
        {
            foreach (var line in page.Items)
            {
                yield return LineOf(line);
            }

            if (page.NextCursor is not { } next || written + page.Items.Count >= Most)
            {
                yield break;
            }

            page = (await handler.HandleAsync(request with { Limit = Cursor.MaximumLimit, Cursor = next }, user, cancellationToken)).Value
                ?? throw new InvalidOperationException("The list refused its own cursor.");
        }
    }

    private static string LineOf(AuditLineView line) => Csv.Line(
    [
        Csv.Time(line.At), line.Actor?.Name, line.Actor?.Id.ToString(), line.Action, AuditSentences.Of(line),
        line.Subject?.Kind, line.Subject?.Id, line.Subject?.Name, line.Details.GetRawText(), line.IpAddress,
    ]);
}

/// <summary>A file in the making.</summary>
internal sealed record AuditFile(string Name, IAsyncEnumerable<string> Lines);
