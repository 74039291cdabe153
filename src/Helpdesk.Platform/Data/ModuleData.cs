using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.Platform.Data;

/// <summary>How a module brings its tables: one context, one schema, one migration history.</summary>
public static class ModuleData
{
    public const string MigrationHistoryTable = "__migrations";

    /// <summary>Registers a module's context on the shared data source, also as <see cref="DbContext"/> for what must reach all of them.</summary>
    public static IServiceCollection AddModuleDbContext<TContext>(this IServiceCollection services, string schema)
        where TContext : DbContext
    {
        services.AddDbContextPool<TContext>((provider, options) =>
            options.UseModuleData(provider.GetRequiredService<NpgsqlDataSource>(), schema));
        services.AddScoped<DbContext>(provider => provider.GetRequiredService<TContext>());
        services.AddSingleton(new ModuleSchema(typeof(TContext), schema));
        return services;
    }

    /// <summary>The options of every module's context, used at run time and by the design-time tools alike.</summary>
    public static void UseModuleData(this DbContextOptionsBuilder options, NpgsqlDataSource dataSource, string schema) =>
        options
            .UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable(MigrationHistoryTable, schema))
            .ConfigureWarnings(warnings => warnings
                // A split or single query is chosen at each place; the default is not a warning for us but a rule.
                .Throw(RelationalEventId.MultipleCollectionIncludeWarning)
                // A module may own nothing yet.
                .Ignore(CoreEventId.NoEntityTypeConfigurationsWarning)
                // The first start looks for a history table that is not there yet; that is no error.
                .Log((RelationalEventId.CommandError, Microsoft.Extensions.Logging.LogLevel.Debug)));

    /// <summary>Maps a module's own entities, Platform's shared tables, and names everything in snake case. Call it last.</summary>
    public static void MapModule(this ModelBuilder modelBuilder, string schema, Assembly assembly)
    {
        modelBuilder.HasDefaultSchema(schema);
        modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        modelBuilder.MapSharedTables(ownedHere: false);
        modelBuilder.UseSnakeCase();
    }
}

/// <summary>Which schema a module's context owns.</summary>
public sealed record ModuleSchema(Type Context, string Schema);
