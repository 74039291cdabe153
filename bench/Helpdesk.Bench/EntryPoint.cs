using System.Diagnostics;
using System.Globalization;
using Helpdesk.Bench;

// Fills a migrated, empty database: Helpdesk.Bench --connection "…" [--tickets 100000] [--seed 1]
var options = args.Chunk(2).ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
if (!options.TryGetValue("--connection", out var connection))
{
    Console.Error.WriteLine("Usage: Helpdesk.Bench --connection CONNECTION [--tickets NUMBER] [--seed NUMBER]");
    return 64;
}

var tickets = int.Parse(options.GetValueOrDefault("--tickets", "100000"), CultureInfo.InvariantCulture);
var seed = int.Parse(options.GetValueOrDefault("--seed", "1"), CultureInfo.InvariantCulture);
var clock = Stopwatch.StartNew();
await new Loader(connection, tickets, seed).RunAsync();
Console.WriteLine($"Loaded {tickets} tickets in {clock.Elapsed.TotalSeconds:0.0} s");
return 0;
