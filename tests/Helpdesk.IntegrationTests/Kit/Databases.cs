using Helpdesk.IntegrationTests.Kit;
using Helpdesk.LocalPostgres;
using Helpdesk.Platform.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Databases))]

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>One PostgreSQL for the whole run; each site gets a copy of one migrated database.</summary>
public sealed class Databases : IAsyncLifetime
{
    private const string Template = "template_helpdesk";

    private TemporaryPostgres? postgres;
    private int count;

    public TemporaryPostgres Postgres => postgres ?? throw new InvalidOperationException("Not started yet.");

    public async ValueTask InitializeAsync()
    {
        postgres = await TemporaryPostgres.StartAsync();
        await postgres.CreateDatabaseAsync(Template);
        await using var services = SiteServices.Build(postgres.ConnectionString(Template, pooling: false));
        await Database.MigrateAsync(services, CancellationToken.None);
    }

    /// <summary>Makes a migrated, empty database and returns its connection string.</summary>
    public async Task<string> CreateAsync()
    {
        var name = $"site_{Interlocked.Increment(ref count)}";
        await Postgres.CreateDatabaseAsync(name, Template);
        return Postgres.ConnectionString(name);
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }
}

/// <summary>The product's services without its web server, for migrating and for looking at rows.</summary>
public static class SiteServices
{
    public static ServiceProvider Build(string connectionString)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Helpdesk"] = connectionString })
            .Build();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<IConfiguration>(configuration);
        Helpdesk.Platform.PlatformModule.AddPlatform(services, configuration);
        Helpdesk.Auth.AuthModule.AddAuth(services, configuration);
        Helpdesk.KnowledgeBase.KnowledgeBaseModule.AddKnowledgeBase(services, configuration);
        Helpdesk.Tickets.TicketsModule.AddTickets(services, configuration);
        Helpdesk.Admin.AdminModule.AddAdmin(services, configuration);
        return services.BuildServiceProvider();
    }
}
