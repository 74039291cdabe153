using System.Diagnostics;
using System.Globalization;
using Helpdesk.Bench;

// Fills a migrated database without tickets: Helpdesk.Bench --connection "…" [--tickets 100000] [--items 10000] [--seed 1] [--facts FILE]
var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
if (!options.TryGetValue("--connection", out var connection))
{
    Console.Error.WriteLine("Usage: Helpdesk.Bench --connection CONNECTION [--tickets NUMBER] [--items NUMBER] [--seed NUMBER] [--facts FILE]");
    return 64;
}

var tickets = int.Parse(options.GetValueOrDefault("--tickets", "100000"), CultureInfo.InvariantCulture);
var seed = int.Parse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture);
var clock = Stopwatch.StartNew();
var facts = await new Loader(connection, tickets, seed).RunAsync();
var library = new Library(connection, int.Parse(options.GetValueOrDefault("--items", "10000"), CultureInfo.InvariantCulture), seed);
await library.CopyAsync();
var seconds = Math.Round(clock.Elapsed.TotalSeconds);
Console.WriteLine($"Loaded {tickets} tickets and {facts.Messages} messages in {seconds} s");
if (options.TryGetValue("--facts", out var file))
{
    // Lines that a shell can read.
    await File.WriteAllTextAsync(file, $"""
        loaded_tickets={tickets}
        loaded_messages={facts.Messages}
        loaded_seconds={seconds}
        long_ticket={facts.LongTicket}
        busy_agent={facts.BusyAgent.Id}
        long_item={library.LongItem}
        rare_words='{facts.RareWords}'

        """);
}

return 0;
