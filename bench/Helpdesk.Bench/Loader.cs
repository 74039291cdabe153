using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Bench;

/// <summary>Copies people and tickets into an empty, migrated database, and leaves it as if they had been filed one by one.</summary>
internal sealed class Loader(string connectionString, int tickets, int seed)
{
    private const int PerBatch = 2_000;

    public async Task RunAsync()
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        var people = new People(new Random(seed));
        var now = DateTime.UtcNow;
        await using (var connection = await dataSource.OpenConnectionAsync())
        {
            await CopyPeopleAsync(connection, people, now);
        }

        List<Guid> categories = [];
        await using (var command = dataSource.CreateCommand("select id from tickets.categories order by position"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                categories.Add(reader.GetGuid(0));
            }
        }

        // The triggers would gather words and tell of each row; that is done once, at the end.
        await RunAsync(dataSource, "alter table tickets.tickets disable trigger user; alter table tickets.messages disable trigger user; alter table tickets.notes disable trigger user");
        var batches = Enumerable.Range(0, (tickets + PerBatch - 1) / PerBatch);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (batch, _) =>
        {
            var random = new Random((seed * 1_000_003) + batch);
            var first = batch * PerBatch;
            var stories = Enumerable.Range(first, Math.Min(PerBatch, tickets - first))
                .Select(index => new Story(index + 1, 1 - ((index + 1.0) / tickets), people, categories, now, random))
                .ToList();
            await using var connection = await dataSource.OpenConnectionAsync(CancellationToken.None);
            await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
            await Rows.CopyTicketsAsync(connection, stories);
            await Rows.CopyMessagesAsync(connection, stories);
            await Rows.CopyNotesAsync(connection, stories);
            await Rows.CopyEventsAsync(connection, stories);
            await transaction.CommitAsync(CancellationToken.None);
        });
        await RunAsync(dataSource, "alter table tickets.tickets enable trigger user; alter table tickets.messages enable trigger user; alter table tickets.notes enable trigger user");
        await RunAsync(dataSource, $"select setval('tickets.ticket_numbers', {tickets})");
        await RunAsync(dataSource, "set maintenance_work_mem = '512MB'; select tickets.gather_all_words()");
        await RunAsync(dataSource, "vacuum analyze");
    }

    private static async Task CopyPeopleAsync(NpgsqlConnection connection, People people, DateTime now)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            """
            copy auth.users (id, name, role, time_zone, language, theme, created_at, user_name, normalized_user_name, email, normalized_email,
                email_confirmed, security_stamp, concurrency_stamp, two_factor_enabled, lockout_enabled, access_failed_count) from stdin (format binary)
            """))
        {
            for (var i = 0; i < people.All.Count; i++)
            {
                var person = people.All[i];
                await copy.StartRowAsync();
                await copy.WriteAsync(person.Id);
                await copy.WriteAsync(person.Name);
                await copy.WriteAsync(i < People.AgentCount ? 1 : 0);
                await copy.WriteAsync("Europe/Vienna");
                await copy.WriteAsync("en");
                await copy.WriteAsync("system");
                await copy.WriteAsync(now.AddYears(-4), NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(person.Email);
                await copy.WriteAsync(person.Email.ToUpperInvariant());
                await copy.WriteAsync(person.Email);
                await copy.WriteAsync(person.Email.ToUpperInvariant());
                await copy.WriteAsync(true);
                await copy.WriteAsync(person.Id.ToString("N"));
                await copy.WriteAsync(person.Id.ToString("N"));
                await copy.WriteAsync(false);
                await copy.WriteAsync(false);
                await copy.WriteAsync(0);
            }

            await copy.CompleteAsync();
        }

        foreach (var (id, name) in people.Teams)
        {
            await using var team = new NpgsqlCommand("insert into auth.teams (id, name, assignment, created_at) values ($1, $2, 0, now())", connection);
            team.Parameters.Add(new() { Value = id });
            team.Parameters.Add(new() { Value = name });
            await team.ExecuteNonQueryAsync();
        }
    }

    private static async Task RunAsync(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}
