using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files.Checks;
using Helpdesk.Platform.Files.Serving;
using Helpdesk.Platform.Files.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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

        services.AddSingleton<FileRules>().AddSingleton<VirusScanner>().AddSingleton<Admission>();
        services.AddScoped<FileQuota>().AddScoped<Arrivals>().AddScoped<MovedFiles>();
        services.AddScoped(provider => new FileIntake(
            provider.GetRequiredService<PlatformDbContext>(),
            provider.GetRequiredService<FileRules>(),
            provider.GetRequiredService<FileQuota>(),
            provider.GetRequiredService<Arrivals>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new FileShelf(provider.GetRequiredService<FileStores>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
