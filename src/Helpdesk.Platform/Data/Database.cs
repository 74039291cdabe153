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

        // Nothing is set for a session here, only for transactions, and who listens keeps the connection; cleaning up after each
        // statement cost a fifth of a millisecond.
        settings.NoResetOnClose = true;
        settings.ApplicationName ??= "helpdesk";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "helpdesk" }.Build();
    }

    /// <summary>Brings every module's schema up to date. Each context takes the database's migration lock, so that several instances may start at once.</summary>
    public static async Task MigrateAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        await using var scope = provider.CreateAsyncScope();
        foreach (var schema in await PendingAsync(provider, cancellationToken))
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(schema.Context);
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>
    /// The schemas that are not up to date. The migrator itself would compare whole models before it finds that there is nothing to
    /// do. All are asked at once, because each context builds its model for its first question.
    /// </summary>
    internal static async Task<IReadOnlyList<ModuleSchema>> PendingAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        var asked = await Task.WhenAll(provider.GetServices<ModuleSchema>().Select(schema => Task.Run(
            async () =>
            {
                await using var scope = provider.CreateAsyncScope();
                var context = (DbContext)scope.ServiceProvider.GetRequiredService(schema.Context);
                return (Schema: schema, IsPending: (await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any());
            },
            cancellationToken)));
        return [.. asked.Where(answer => answer.IsPending).Select(answer => answer.Schema)];
    }
}
