using Npgsql;

namespace Helpdesk.IntegrationTests.Kit;

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
