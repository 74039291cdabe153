using Helpdesk.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.CheckUps;

internal static class CheckUpRules
{
    public static IServiceCollection AddCheckUps(this IServiceCollection services) => services
        .AddSingleton<ICheckUp, AddressCheckUp>()
        .AddSingleton<ICheckUp, DatabaseCheckUp>()
        .AddSingleton<ICheckUp, MigrationsCheckUp>()
        .AddSingleton<ICheckUp, ClockCheckUp>()
        .AddSingleton<ICheckUp, LibrariesCheckUp>()
        .AddSingleton<ICheckUp, KeysCheckUp>()
        .AddSingleton<ICheckUp, OutboxCheckUp>()
        .AddSingleton<ICheckUp, DiskCheckUp>()
        .AddScoped<IDiagnosis, Diagnosis>()
        .AddClockWork<WatchCondition>();
}
