using Helpdesk.Platform.Audit;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Serving;
using Helpdesk.Platform.Files.Stores;
using Helpdesk.Platform.Http.Health;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.Platform.Files;

/// <summary>Files: how they come in, where they lie, how they go out.</summary>
internal static class FileServices
{
    public static IServiceCollection AddFiles(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = FileSettings.From(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<FileAddresses>().AddSingleton<LocalFileStore>().AddSingleton<FileStores>();
        if (settings.S3 is { } bucket)
        {
            services.AddSingleton(_ => new S3FileStore(bucket));
        }

        services.AddSettings(FileLimits.LargestMegabytes, FileLimits.MostPerMessage, FileLimits.DailyMegabytes);
        services.AddScoped(provider => FileLimits.Of(provider.GetRequiredService<ISiteSettings>().Known));
        services.AddScoped<FileRules>().AddSingleton<VirusScanner>().AddSingleton<Admission>();
        services.AddScoped<FileQuota>().AddScoped<Arrivals>().AddScoped<MovedFiles>();
        services.AddClockWork<FileSweep>();
        if (settings.Scanner is not null)
        {
            services.AddClockWork<HeldFiles>();
        }

        services.AddSingleton<ICheckUp, FilesCheckUp>().AddSingleton<FilesHealth>();
        services.AddHealthChecks().AddCheck<FilesHealth>("files", HealthStatus.Degraded, tags: [HealthRules.Ready], timeout: TimeSpan.FromSeconds(2));
        services.AddScoped(provider => new FileIntake(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<FileRules>(),
            provider.GetRequiredService<FileQuota>(),
            provider.GetRequiredService<Arrivals>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new FileMove(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<FileStores>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new FileShelf(provider.GetRequiredService<FileStores>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
