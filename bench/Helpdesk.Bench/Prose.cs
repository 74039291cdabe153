using System.Text;

namespace Helpdesk.Bench;

/// <summary>Text with the statistics of a helpdesk: a few words everywhere, many that are rare, names and numbers that are unique.</summary>
internal static class Prose
{
    private static readonly string[] Things =
    [
        "printer", "laptop", "monitor", "keyboard", "VPN", "password", "mailbox", "calendar", "phone", "headset", "badge", "door",
        "projector", "Wi-Fi", "shared drive", "spreadsheet", "browser", "update", "licence", "account", "dock", "camera", "scanner", "backup",
    ];

    private static readonly string[] Troubles =
    [
        "does not start", "is slow since Monday", "shows an error", "cannot be found", "stopped working", "asks for a code again",
        "makes a strange noise", "is locked", "loses the connection", "needs to be replaced", "prints empty pages", "does not sync",
    ];

    private static readonly string[] Common =
    [
        "the", "a", "and", "to", "in", "is", "it", "we", "on", "for", "with", "that", "this", "have", "not", "at", "when", "after", "again", "since",
        "morning", "office", "floor", "meeting", "team", "screen", "try", "help", "thanks", "still", "works", "problem", "message", "restart", "new",
    ];

    // Made of syllables, so that there are thousands of words that stand in few tickets each.
    private static readonly string[] Syllables = ["ba", "ko", "ri", "ten", "mul", "sa", "vor", "ni", "pel", "dra", "gus", "el", "om", "tir", "fa", "zen", "lu", "quo", "xi", "har"];

    public static string Subject(Random random) =>
        $"{Capital(Things[random.Next(Things.Length)])} {Troubles[random.Next(Troubles.Length)]}{(random.Next(3) == 0 ? $" in room {random.Next(100, 900)}" : "")}";

    public static string Body(Random random)
    {
        var text = new StringBuilder();
        var sentences = random.Next(2, 7);
        for (var i = 0; i < sentences; i++)
        {
            var words = random.Next(6, 16);
            for (var j = 0; j < words; j++)
            {
                var word = random.Next(12) switch
                {
                    0 => Things[random.Next(Things.Length)],
                    1 => Rare(random),
                    _ => Common[(int)(Math.Pow(random.NextDouble(), 2) * Common.Length)],
                };
                text.Append(j == 0 ? Capital(word) : word).Append(j == words - 1 ? ". " : " ");
            }

            if (i % 3 == 2)
            {
                text.Append("\n\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Rare(Random random) =>
        string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
