using Helpdesk.Auth.Data;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth;

/// <summary>People, their sessions and how they prove who they are.</summary>
public static class AuthModule
{
    public static IServiceCollection AddAuth(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<AuthDbContext>(AuthDbContext.Schema)
        // The schema with passkeys; the context reads it here, also under the design-time tools.
        .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
        .AddSessionSchemes();

    public static void MapAuth(this IEndpointRouteBuilder api)
    {
    }
}
