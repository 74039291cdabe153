using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http;

/// <summary>What holds for every request: headers, limits, JSON, problems.</summary>
internal static class HttpRules
{
    public static IServiceCollection AddHttpRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddProblemDetails();
        return services;
    }

    public static void UseHttpRules(this WebApplication app)
    {
    }
}
