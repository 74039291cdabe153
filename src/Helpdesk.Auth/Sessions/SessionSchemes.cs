using System.Security.Claims;
using Helpdesk.Platform;
using Helpdesk.Platform.Http.Held;
using Helpdesk.Platform.Live;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.Sessions;

/// <summary>Cookie for pages, bearer token for the API; neither is accepted in the other's place.</summary>
internal static class SessionSchemes
{
    private const string SessionClaim = "sid";

    public static IServiceCollection AddSessionSchemes(this IServiceCollection services)
    {
        services.AddSingleton<StepUp>().AddScoped<SessionStart>().AddScoped<KnownDevices>().AddScoped<SessionLookup>().AddScoped<SessionEnd>().AddScoped<BrowserSessions>().AddScoped<ISessionPulse, SessionPulse>();
        services
            .AddAuthentication(SessionScheme.Automatic)
            .AddPolicyScheme(SessionScheme.Automatic, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? SessionScheme.Bearer : SessionScheme.Cookie)
            .AddCookie(SessionScheme.Cookie, options =>
            {
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.LoginPath = "/signin";
                options.ReturnUrlParameter = "returnUrl";
                options.SlidingExpiration = false;
                options.ExpireTimeSpan = TimeSpan.FromDays(30);
                options.Events.OnValidatePrincipal = ValidateAsync;
                options.Events.OnRedirectToLogin = HeldForms.ChallengeAsync;
                options.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(SessionScheme.Bearer, null);
        services.AddOptions<CookieAuthenticationOptions>(SessionScheme.Cookie).Configure<AppSettings>((options, app) =>
        {
            // The prefix makes browsers refuse the cookie without TLS, from a subdomain or for a part of the site.
            var isSecure = app.PublicUrl.Scheme == Uri.UriSchemeHttps;
            options.Cookie.Name = isSecure ? "__Host-session" : "session";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        return services;
    }

    public static ClaimsPrincipal PrincipalOf(Guid sessionId) =>
        new(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString("N"))], SessionScheme.Cookie));

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var lookup = context.HttpContext.RequestServices.GetRequiredService<SessionLookup>();
        // A page that lies open asks for news all day; the session ends when its person has gone.
        var user = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var sessionId)
            ? await lookup.FindByCookieAsync(sessionId, isAttended: !context.HttpContext.IsUnattended(), context.HttpContext.RequestAborted)
            : null;
        if (user is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SessionScheme.Cookie);
            return;
        }

        context.ReplacePrincipal(new ClaimsPrincipal(new SessionIdentity(user, SessionScheme.Cookie)));
    }
}
