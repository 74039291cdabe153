using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Npgsql;

namespace Helpdesk.Bench;

/// <summary>What a measurement asks for: the ticket with the long conversation, one of those with the most to do, and two words that stand in the first ticket.</summary>
internal sealed record Facts(int LongTicket, long Messages, Person BusyAgent, string RareWords);

/// <summary>Copies people and tickets into an empty, migrated database, and leaves it as if they had been filed one by one.</summary>
internal sealed partial class Loader(string connectionString, int tickets, int seed)
{
    private const int PerBatch = 2_000;

    // No triggers, no foreign keys while copying: the rows are told to nobody, and they fit.
    private readonly string loading = new NpgsqlConnectionStringBuilder(connectionString)
    {
        Options = "-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=512MB -c max_parallel_maintenance_workers=2",
        CommandTimeout = 0,
    }.ConnectionString;

    private readonly ConcurrentDictionary<string, bool> words = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long messages;
    private string rareWords = "";

    public async Task<Facts> RunAsync()
    {
        await using var dataSource = NpgsqlDataSource.Create(loading);
        var now = DateTime.UtcNow;
        var people = await Company.CopyAsync(dataSource, Math.Clamp(tickets / 100, 1_000, 10_000), seed, now);
        var categories = await CategoriesAsync(dataSource);
        // Else the log of changes would be written out every gigabyte.
        await RunAsync(dataSource, "alter system set max_wal_size = '24GB'");
        await RunAsync(dataSource, "select pg_reload_conf()");
        var indexes = await Indexes.TakeAwayAsync(dataSource);

        var batches = Enumerable.Range(0, (tickets + PerBatch - 1) / PerBatch);
        await Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (batch, _) =>
            await CopyAsync(dataSource, batch, people, categories, now));
        Tell("copied");
        await CopyKnownWordsAsync(dataSource);
        await indexes.MakeAgainAsync(dataSource);
        Tell("indexed");
        await RunAsync(dataSource, $"select setval('tickets.ticket_numbers', {tickets})");
        await RunAsync(
            dataSource,
            """
            insert into tickets.days_to_recount (day)
            select (created_at at time zone 'UTC')::date from tickets.tickets
            union select (resolved_at at time zone 'UTC')::date from tickets.tickets where resolved_at is not null
            """);
        await RunAsync(dataSource, "vacuum analyze");
        await RunAsync(dataSource, "alter system reset max_wal_size");
        await RunAsync(dataSource, "select pg_reload_conf()");
        await RunAsync(dataSource, "checkpoint");
        await CheckWordsAsync(dataSource);
        Tell("vacuumed and checked");
        return new Facts(LongTicket, messages, people.All[5], rareWords);
    }

    private int LongTicket => Math.Max(1, tickets - (tickets / 1_000));

    private async Task CopyAsync(NpgsqlDataSource dataSource, int batch, People people, IReadOnlyList<Guid> categories, DateTime now)
    {
        var random = new Random((seed * 1_000_003) + batch);
        var first = batch * PerBatch;
        var stories = Enumerable.Range(first + 1, Math.Min(PerBatch, tickets - first))
            .Select(number => new Story(number, 1 - (number / (double)tickets), number == LongTicket, people, categories, now, random))
            .ToList();
        await using var connection = await dataSource.OpenConnectionAsync(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        await Rows.CopyTicketsAsync(connection, stories);
        await Rows.CopyMessagesAsync(connection, stories);
        await Rows.CopyNotesAsync(connection, stories);
        await Rows.CopyEventsAsync(connection, stories);
        await Rows.GatherWordsAsync(connection, stories);
        await transaction.CommitAsync(CancellationToken.None);

        Interlocked.Add(ref messages, stories.Sum(story => (long)story.Messages.Count));
        foreach (var word in stories.SelectMany(story => story.RareWords))
        {
            words.TryAdd(word, true);
        }

        if (batch == 0)
        {
            rareWords = string.Join(' ', stories.First(story => story.RareWords.Distinct().Count() > 1).RareWords.OrderByDescending(word => word.Length).Distinct().Take(2));
        }
    }

    private static async Task<List<Guid>> CategoriesAsync(NpgsqlDataSource dataSource)
    {
        List<Guid> categories = [];
        await using var command = dataSource.CreateCommand("select id from tickets.categories order by position");
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            categories.Add(reader.GetGuid(0));
        }

        return categories;
    }

    private async Task CopyKnownWordsAsync(NpgsqlDataSource dataSource)
    {
        await using var connection = await dataSource.OpenConnectionAsync();
        await using (var copy = await connection.BeginBinaryImportAsync("copy tickets.known_words (word) from stdin (format binary)"))
        {
            var plain = Prose.Words.SelectMany(word => LettersOnly().Matches(word)).Select(match => match.Value.ToLowerInvariant()).Where(word => word.Length > 3);
            foreach (var word in words.Keys.Concat(plain).Distinct())
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(word);
            }

            await copy.CompleteAsync();
        }

        await RunAsync(dataSource, "update tickets.known_words_gathered set until = now()");
    }

    /// <summary>Whether the product itself would have gathered the same words.</summary>
    private static async Task CheckWordsAsync(NpgsqlDataSource dataSource)
    {
        await using var command = dataSource.CreateCommand(
            """
            create temporary table sample as select * from tickets.ticket_words order by ticket_id limit 100;
            select tickets.gather_words_of(ticket_id) from sample;
            select count(*) from sample join tickets.ticket_words as words using (ticket_id)
            where sample.subject <> words.subject or tsvector_to_array(sample.public_words) <> tsvector_to_array(words.public_words)
                or tsvector_to_array(sample.staff_words) <> tsvector_to_array(words.staff_words);
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        if (reader.GetInt64(0) != 0)
        {
            throw new InvalidOperationException("The words that were loaded are not those that the product gathers.");
        }
    }

    private void Tell(string what) => Console.WriteLine($"{clock.Elapsed.TotalSeconds,6:0} s  {what}");

    private static async Task RunAsync(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex LettersOnly();
}
