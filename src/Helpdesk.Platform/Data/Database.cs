using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.Platform.Data;

/// <summary>The one data source of the process, and the migrations of all modules.</summary>
public static class Database
{
    public static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(provider => CreateDataSource(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Helpdesk")
            ?? throw new SettingsException("ConnectionStrings__Helpdesk is not set. Give the PostgreSQL connection string, such as Host=db;Database=helpdesk;Username=helpdesk;Password=….")));
        services.AddModuleDbContext<PlatformDbContext>(PlatformDbContext.Schema);
        return services;
    }

    /// <summary>A data source that prepares statements it sees twice and never shows its connection string in metrics.</summary>
    public static NpgsqlDataSource CreateDataSource(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            throw new SettingsException("ConnectionStrings__Helpdesk cannot be read. It looks like Host=db;Database=helpdesk;Username=helpdesk;Password=….");
        }

        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
        {
            settings.MaxAutoPrepare = 200;
            settings.AutoPrepareMinUsages = 2;
        }

        if (settings.KeepAlive == 0)
        {
            settings.KeepAlive = 30;
        }

        settings.ApplicationName ??= "helpdesk";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "helpdesk" }.Build();
    }

    /// <summary>Brings every module's schema up to date. Each context takes the database's migration lock, so that several instances may start at once.</summary>
    public static async Task MigrateAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        foreach (var schema in scope.ServiceProvider.GetServices<ModuleSchema>())
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(schema.Context);
            // Asked first, because the migrator compares whole models before it finds that there is nothing to do.
            if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
            {
                await context.Database.MigrateAsync(cancellationToken);
            }
        }
    }
}
