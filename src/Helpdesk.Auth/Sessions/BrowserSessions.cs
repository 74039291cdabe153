using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Auth.Sessions;

/// <summary>Hands a session to the browser and takes it back. The cookie is always a new one: what was planted before sign-in opens nothing.</summary>
internal sealed class BrowserSessions(IHttpContextAccessor http, SessionEnd end, CurrentUser user)
{
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
    }

    public Task ForgetAsync() => Context.SignOutAsync(SessionScheme.Cookie);

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("A browser session needs a request.");
}
