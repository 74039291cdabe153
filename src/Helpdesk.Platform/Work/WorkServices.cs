using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Work;

/// <summary>Registers work that lies in a table.</summary>
public static class WorkServices
{
    public static IServiceCollection AddClockWork<T>(this IServiceCollection services)
        where T : class, IClockWork =>
        services.AddScoped<T>().AddHostedService<WorkClock<T>>();
}
