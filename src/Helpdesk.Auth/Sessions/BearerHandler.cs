using System.Security.Claims;
using System.Text.Encodings.Web;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpdesk.Auth.Sessions;

internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SessionLookup sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var user = await sessions.FindByAccessTokenAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        if (user is null)
        {
            return AuthenticateResult.Fail("The token is unknown, used up or too old.");
        }

        return AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(new SessionIdentity(user, SessionScheme.Bearer)), SessionScheme.Bearer));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Problems.From(new Refusal.NotSignedIn("Send a valid access token in the Authorization header.")).ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.From(new Refusal.Forbidden("Your role does not include this.")).ExecuteAsync(Context);
}
