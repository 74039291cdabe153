using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>Turns away requests that were not meant for this site, and addresses that hold U+0000.</summary>
internal sealed class HostGuard
{
    private readonly RequestDelegate next;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> hosts;

    public HostGuard(RequestDelegate next, AppSettings app, HttpSettings settings)
    {
        this.next = next;
        // A caller on this machine may always ask: probes do, and no link is ever made from the host of a request.
        hosts = settings.AllowedHosts.Concat([app.PublicUrl.Host, "localhost", "127.0.0.1", "[::1]"])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!hosts.Contains(NameOf(request.Host.Value)) && !request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        if (Json.NullCharacter.IsInUrl(request.QueryString.Value) || Json.NullCharacter.IsInUrl(request.Path.Value))
        {
            throw new Json.NullCharacterException(null);
        }

        return next(context);
    }

    private static ReadOnlySpan<char> NameOf(string? host)
    {
        var text = host.AsSpan();
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf(']') ? text[..colon] : text;
    }
}
