using Helpdesk.Admin.Data;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Admin;

/// <summary>The shell and the overview for those who run the helpdesk.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<AdminDbContext>(AdminDbContext.Schema);

    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
    }
}
