using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Security;

internal static class AuthorizationRules
{
    public static IServiceCollection AddAuthorizationRules(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? SessionIdentity.UserOf(context.User)
                : CurrentUser.Nobody);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policy.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policy.Staff, policy => policy.RequireAuthenticatedUser().RequireClaim(SessionIdentity.StandingClaim, Policy.Staff))
            .AddPolicy(Policy.Admin, policy => policy.RequireAuthenticatedUser().RequireClaim(SessionIdentity.StandingClaim, Policy.Admin))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
