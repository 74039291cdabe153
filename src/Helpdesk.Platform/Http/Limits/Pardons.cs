using Npgsql;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>Takes counted tries back: each is counted before it is known whether it was a good one, so that many at once cannot slip through.</summary>
public sealed class Pardons(NpgsqlDataSource dataSource)
{
    public async Task GiveBackAsync(string[] keys, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("update platform.rate_counters set count = greatest(count - 1, 0) where key = any($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ForgetAsync(string[] keys, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("delete from platform.rate_counters where key = any($1)");
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = keys });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
