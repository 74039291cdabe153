using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Email;

/// <summary>The outbox, its drain and its transports.</summary>
internal static class EmailRules
{
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
