using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Auth.Sessions;

/// <summary>Hands a session to the browser and takes it back. The cookie is always a new one: what was planted before sign-in opens nothing.</summary>
internal sealed class BrowserSessions(IHttpContextAccessor http, SessionEnd end, AppSettings app, CurrentUser user, TimeProvider clock)
{
    private const string DeviceCookie = "device";
    private const string SecureDeviceCookie = "__Host-device";

    // As long as browsers keep a cookie at most.
    private static readonly TimeSpan DeviceIsKnownFor = TimeSpan.FromDays(400);

    public static string? DeviceWordOf(HttpRequest request) =>
        (request.Cookies[SecureDeviceCookie] ?? request.Cookies[DeviceCookie]) is { Length: > 0 and <= 100 } word ? word : null;

    public async Task BeginAsync(Session session, CancellationToken cancellationToken)
    {
        if (user.IsSignedIn)
        {
            await end.EndAsync(user.SessionId, cancellationToken);
        }

        await Context.SignInAsync(SessionScheme.Cookie, SessionSchemes.PrincipalOf(session.Id), new AuthenticationProperties
        {
            IsPersistent = session.IsPersistent,
            IssuedUtc = session.CreatedAt,
            ExpiresUtc = session.ExpiresAt,
            AllowRefresh = false,
        });
        if (session.DeviceWord is { } word)
        {
            var isSecure = app.PublicUrl.Scheme == Uri.UriSchemeHttps;
            Context.Response.Cookies.Append(isSecure ? SecureDeviceCookie : DeviceCookie, word, new CookieOptions
            {
                HttpOnly = true,
                Secure = isSecure,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                Expires = clock.GetUtcNow() + DeviceIsKnownFor,
            });
        }
    }

    public Task ForgetAsync() => Context.SignOutAsync(SessionScheme.Cookie);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A browser session needs a request.");
}
