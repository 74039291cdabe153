using System.Security.Claims;
using System.Text.Encodings.Web;
using Helpdesk.Auth.ApiKeys;
using Helpdesk.Auth.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Auth.Sessions;

internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionLookup sessions, KeyLookup keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    private string? Token => Request.Headers.Authorization.ToString() is var header && header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        ? header[Prefix.Length..].Trim()
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Token is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        var user = ApiKey.IsLike(token)
            ? await keys.FindAsync(token, Context.RequestAborted)
            : await sessions.FindByAccessTokenAsync(token, Context.RequestAborted);
        if (user is null)
        {
            return AuthenticateResult.Fail("The token is unknown, used up or too old.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new SessionIdentity(user, SessionScheme.Bearer)), SessionScheme.Bearer));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.From(new Refusal.NotSignedIn(Token is { } token && ApiKey.IsLike(token)
            ? "This API key is unknown, revoked or expired."
            : "Send a valid access token in the Authorization header.")).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.From(new Refusal.Forbidden(SessionIdentity.UserOf(Context.User).Key is null
            ? "Your role does not include this."
            : "The scope of this API key, or its owner's role, does not include this.")).ExecuteAsync(Context);
}
