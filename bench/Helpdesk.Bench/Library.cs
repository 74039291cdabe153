using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Bench;

/// <summary>Copies a knowledge base into a migrated database: every fifth item has 50 KB of text, half of these in a file.</summary>
internal sealed class Library(string connectionString, int items, int seed)
{
    private const int LongText = 50_000;
    private const int Published = 1;

    private static readonly string[] Shelves = ["Hardware", "Software", "Access", "Network", "Office", "Travel"];
    private static readonly string[] Tags = ["vpn", "printer", "mail", "mac", "windows", "phone", "security", "onboarding", "travel", "meeting", "backup", "network"];

    /// <summary>The address of an item with a long text.</summary>
    public string LongItem => Slug(items / 5 * 5);

    public async Task CopyAsync()
    {
        // No triggers: nobody listens yet, and the words are gathered below.
        var loading = new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c session_replication_role=replica -c synchronous_commit=off", CommandTimeout = 0 };
        await using var dataSource = NpgsqlDataSource.Create(loading.ConnectionString);
        await using var connection = await dataSource.OpenConnectionAsync();
        var shelves = await ShelvesAsync(connection);
        var author = (Guid)(await new NpgsqlCommand("select id from auth.users where role > 0 limit 1", connection).ExecuteScalarAsync())!;
        await CopyItemsAsync(connection, shelves, author);
        await RunAsync(connection,
            """
            insert into kb.known_words (word)
            select distinct lower(token) from kb.items cross join lateral ts_parse('default', concat_ws(' ', title, summary, body, extracted_text))
            where tokid in (1, 2, 10, 11) and length(token) between 4 and 64
            on conflict do nothing
            """);
        await RunAsync(connection, "insert into kb.days_of_views select id, current_date, 1 + (random() * 100)::int from kb.items where random() < 0.3");
        await RunAsync(connection, "vacuum analyze");
    }

    private static string Slug(int number) => $"answer-{number}";

    private static async Task<List<Guid>> ShelvesAsync(NpgsqlConnection connection)
    {
        var ids = new List<Guid>();
        foreach (var (name, position) in Shelves.Select((name, position) => (name, position)))
        {
            ids.Add(Guid.CreateVersion7());
            await using var command = new NpgsqlCommand("insert into kb.categories (id, name, position, version) values ($1, $2, $3, 1)", connection);
            command.Parameters.Add(new() { Value = ids[^1] });
            command.Parameters.Add(new() { Value = name });
            command.Parameters.Add(new() { Value = position });
            await command.ExecuteNonQueryAsync();
        }

        return ids;
    }

    private async Task CopyItemsAsync(NpgsqlConnection connection, List<Guid> shelves, Guid author)
    {
        var random = new Random(seed);
        var now = DateTime.UtcNow;
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy kb.items (id, type, title, slug, summary, body, extracted_text, extraction, category_id, tags, status, visibility, author_id, owner_id,
                published_at, created_at, updated_at, transcript, version) from stdin (format binary)
            """);
        for (var number = 1; number <= items; number++)
        {
            var prose = new Prose(random);
            var isLong = number % 5 == 0;
            var isFile = number % 10 == 0;
            var body = isLong && !isFile ? Text(prose, LongText) : Text(prose, 2_000);
            var updatedAt = now.AddMinutes(-random.Next(1_000_000));
            await copy.StartRowAsync();
            await copy.WriteAsync(Guid.CreateVersion7());
            await copy.WriteAsync(isFile ? 2 : 0);
            await copy.WriteAsync(prose.Subject);
            await copy.WriteAsync(Slug(number));
            await copy.WriteAsync(Text(prose, 150));
            await copy.WriteAsync(body);
            await copy.WriteAsync(isFile ? Text(prose, LongText) : "");
            await copy.WriteAsync(isFile ? 2 : 0);
            await copy.WriteAsync(shelves[random.Next(shelves.Count)]);
            await copy.WriteAsync(Tags.Where(_ => random.Next(8) == 0).ToArray());
            await copy.WriteAsync(Published);
            await copy.WriteAsync(random.Next(20) == 0 ? 1 : 0);
            await copy.WriteAsync(author);
            await copy.WriteAsync(author);
            await copy.WriteAsync(updatedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(updatedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(updatedAt, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync("");
            await copy.WriteAsync(1);
        }

        await copy.CompleteAsync();
    }

    private static string Text(Prose prose, int length)
    {
        var text = new StringBuilder();
        for (var part = 0; text.Length < length; part++)
        {
            text.Append(part > 0 && part % 10 == 0 ? $"\n\n## Part {part / 10}\n\n" : part > 0 ? "\n\n" : "").Append(prose.Body());
        }

        return text.ToString(0, length);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
