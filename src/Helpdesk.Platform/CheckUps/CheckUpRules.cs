using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.CheckUps;

internal static class CheckUpRules
{
    public static IServiceCollection AddCheckUps(this IServiceCollection services) => services
        .AddSingleton<ICheckUp, AddressCheckUp>()
        .AddSingleton<ICheckUp, DatabaseCheckUp>()
        .AddSingleton<ICheckUp, MigrationsCheckUp>()
        .AddSingleton<ICheckUp, ClockCheckUp>()
        .AddSingleton<ICheckUp, LibrariesCheckUp>();
}
