using System.Diagnostics;
using Helpdesk.Platform.Files.Serving;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Http;

/// <summary>One line for each request: what, how it ended, how long, whose. Queries and bodies hold secrets and are left out.</summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var begun = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            Write(context, Stopwatch.GetElapsedTime(begun));
        }
    }

    private void Write(HttpContext context, TimeSpan took)
    {
        var level = context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Warning
            : IsQuiet(context.Request.Path) ? LogLevel.Debug
            : LogLevel.Information;
        if (logger.IsEnabled(level))
        {
            var person = SessionIdentity.UserOf(context.User).Id;
            Line(logger, level, context.Request.Method, Printable(WithoutSecrets(context.Request.Path)), context.Response.StatusCode,
                Math.Round(took.TotalMilliseconds, 1), context.TraceIdentifier, person == Guid.Empty ? null : person);
        }
    }

    // Probes and assets would be most of the log and none of its worth.
    private static bool IsQuiet(PathString path) =>
        path.StartsWithSegments("/health", StringComparison.Ordinal) || path.StartsWithSegments("/dist", StringComparison.Ordinal);

    // Whoever has the address of a file may read or write it.
    private static string WithoutSecrets(PathString path) =>
        path.StartsWithSegments(FileAddresses.Prefix, StringComparison.OrdinalIgnoreCase) ? FileAddresses.Prefix + "/…" : path.Value ?? "";

    // A path may hold a line break, and with it what looks like another line of the log.
    private static string Printable(string path) =>
        path.AsSpan().ContainsAnyInRange('\0', '\x1f') || path.Contains('\x7f', StringComparison.Ordinal)
            ? string.Concat(path.Select(character => char.IsControl(character) ? '?' : character))
            : path;

    [LoggerMessage("{Method} {Path} {Status} in {Milliseconds} ms, request {Id}, person {Person}")]
    private static partial void Line(ILogger logger, LogLevel level, string method, string path, int status, double milliseconds, string id, Guid? person);
}
