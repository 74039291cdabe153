namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Keeps cookies as a browser does, in a plain dictionary that starts with the session of a person.</summary>
internal sealed class CookieJar(HttpClient inner, string? sessionCookie) : HttpMessageHandler
{
    private readonly Dictionary<string, string> cookies = sessionCookie is null
        ? []
        : new() { [sessionCookie[..sessionCookie.IndexOf('=')]] = sessionCookie[(sessionCookie.IndexOf('=') + 1)..] };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        // A request message cannot be sent by two clients, so its parts are moved to a new one.
        var forwarded = new HttpRequestMessage(request.Method, request.RequestUri) { Content = request.Content };
        foreach (var (name, values) in request.Headers)
        {
            forwarded.Headers.TryAddWithoutValidation(name, values);
        }

        var response = await inner.SendAsync(forwarded, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var changes))
        {
            foreach (var change in changes)
            {
                var pair = change.Split(';')[0];
                var name = pair[..pair.IndexOf('=')];
                var value = pair[(pair.IndexOf('=') + 1)..];
                if (value.Length == 0)
                {
                    cookies.Remove(name);
                }
                else
                {
                    cookies[name] = value;
                }
            }
        }

        return response;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
