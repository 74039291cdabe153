using Npgsql;

namespace Helpdesk.Bench;

/// <summary>Takes the indexes away that would slow the copying down, and makes them again when the rows are there.</summary>
internal sealed class Indexes(IReadOnlyList<string> definitions)
{
    public static async Task<Indexes> TakeAwayAsync(NpgsqlDataSource dataSource)
    {
        var found = new List<(string Name, string Definition)>();
        await using (var command = dataSource.CreateCommand(
            """
            select index.indexrelid::regclass::text, pg_get_indexdef(index.indexrelid)
            from pg_index as index join pg_class as "table" on "table".oid = index.indrelid
            where not index.indisprimary and "table".oid in ('tickets.tickets'::regclass, 'tickets.messages'::regclass, 'tickets.notes'::regclass,
                'tickets.ticket_events'::regclass, 'tickets.ticket_words'::regclass, 'tickets.known_words'::regclass)
            order by pg_get_indexdef(index.indexrelid) like '%USING gin%' desc
            """))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                found.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        foreach (var (name, _) in found)
        {
            await using var drop = dataSource.CreateCommand($"drop index {name}");
            await drop.ExecuteNonQueryAsync();
        }

        return new Indexes([.. found.Select(index => index.Definition)]);
    }

    /// <summary>The slowest, those of words, begin first.</summary>
    public async Task MakeAgainAsync(NpgsqlDataSource dataSource) => await Parallel.ForEachAsync(
        definitions,
        new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        async (definition, _) =>
        {
            await using var command = dataSource.CreateCommand(definition);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        });
}
