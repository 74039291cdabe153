using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.ExportData;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>Takes part in nothing that happens in the background: what waits, waits for others.</summary>
public sealed class SiteWithoutMaker(Databases databases) : Site(databases)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(ExportMaker))));
    }
}

/// <summary>One of its modules cannot tell what it keeps, as often as a test wants.</summary>
public sealed class TroubledSite : Site
{
    public TroubledSite(Databases databases)
        : base(databases) => Settings["Exports:PollSeconds"] = "1";

    public int Troubles { get; set; }

    public int Tries { get; private set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IPersonalData>(new Trouble(this)));
    }

    private sealed class Trouble(TroubledSite site) : IPersonalData
    {
        public Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken) =>
            site.Tries++ < site.Troubles
                ? throw new InvalidOperationException("This module is not well.")
                : archive.AddAsync("well.json", "This module is well.", new { isWell = true }, cancellationToken);
    }
}

/// <summary>Holds what an export must read until it is disposed.</summary>
internal static class Holding
{
    public static async Task<NpgsqlConnection> TicketsAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("begin; lock table tickets.messages in access exclusive mode", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public static Task WaitForBlockedAsync(string connectionString) => Eventually.TrueAsync("an export waits for the messages", async () =>
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%tickets.messages%'", connection);
        return (long)(await command.ExecuteScalarAsync())! > 0;
    });
}
