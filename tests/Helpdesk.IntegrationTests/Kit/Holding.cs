using Npgsql;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Holds what others must wait for until it is disposed.</summary>
internal static class Holding
{
    /// <summary>What an export must read.</summary>
    public static Task<NpgsqlConnection> TicketsAsync(string connectionString) =>
        BeginAsync(connectionString, "lock table tickets.messages in access exclusive mode");

    public static async Task<NpgsqlConnection> BeginAsync(string connectionString, string sql)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"begin; {sql}", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public static Task WaitForBlockedAsync(string connectionString, string table = "tickets.messages") => Eventually.TrueAsync($"something waits for {table}", async () =>
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query ilike '%' || $1 || '%'", connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        return (long)(await command.ExecuteScalarAsync())! > 0;
    });
}
