using System.Text;

namespace Helpdesk.Bench;

/// <summary>Text with the statistics of a helpdesk: what a ticket is about comes again and again in it, a few words stand everywhere, many are rare, and some numbers are unique.</summary>
internal sealed class Prose
{
    private static readonly string[] Things =
    [
        "printer", "laptop", "VPN", "password", "monitor", "mailbox", "phone", "account", "Wi-Fi", "keyboard", "licence", "calendar",
        "headset", "badge", "shared drive", "browser", "spreadsheet", "update", "dock", "projector", "scanner", "camera", "backup", "door",
    ];

    private static readonly string[] Troubles =
    [
        "does not start", "is slow since Monday", "shows an error", "cannot be found", "stopped working", "asks for a code again",
        "makes a strange noise", "is locked", "loses the connection", "needs to be replaced", "prints empty pages", "does not sync",
    ];

    private static readonly string[] Small =
    [
        "the", "a", "and", "to", "in", "is", "it", "we", "on", "for", "with", "that", "this", "have", "not", "at", "when", "after", "again", "my",
        "you", "can", "be", "but", "was", "from", "there", "all", "or", "if", "so", "what", "they", "had", "has", "are", "do", "no", "now", "how",
    ];

    // The first ones stand in most tickets, the last in one of a hundred.
    private static readonly string[] General =
    [
        "thanks", "still", "hello", "try", "works", "problem", "help", "today", "screen", "message", "office", "morning", "restart", "new", "team",
        "meeting", "error", "floor", "since", "computer", "colleague", "yesterday", "login", "file", "open", "window", "server", "network", "cable",
        "button", "access", "software", "request", "install", "version", "address", "customer", "urgent", "manager", "device", "desk", "folder",
        "document", "drawer", "check", "change", "remote", "home", "week", "building", "order", "invoice", "report", "training", "contract", "number",
        "signal", "charger", "battery", "adapter", "driver", "paper", "toner", "tray", "guest", "visitor", "reception", "warehouse", "laboratory",
        "certificate", "token", "reset", "expired", "blocked", "permission", "group", "member", "list", "archive", "storage", "quota", "export",
        "import", "template", "signature", "attachment", "sender", "spam", "filter", "forward", "delegate", "room", "booking", "conference", "speaker",
        "microphone", "volume", "picture", "resolution", "colour", "cursor", "mouse", "touchpad", "hinge", "fan", "temperature", "noise", "smoke",
        "spare", "loan", "return", "delivery", "supplier", "warranty", "repair", "timetable", "schedule", "weekend", "holiday", "shift", "handover",
        "macro", "formula", "database", "query", "tablet", "plugin", "cookie", "cache", "proxy", "gateway", "firewall", "router", "switch", "port",
        "antenna", "roaming", "tunnel", "profile", "policy", "encryption", "audit", "compliance", "budget", "approval", "purchase", "quotation",
    ];

    // Thousands of words that stand in few tickets each: the names of people, places, programs and customers.
    private static readonly string[] Syllables =
    [
        "ba", "ko", "ri", "ten", "mul", "sa", "vor", "ni", "pel", "dra", "gus", "el", "om", "tir", "fa", "zen", "lu", "quo", "xi", "har",
        "bre", "chi", "dow", "fen", "gal", "hul", "jor", "kle", "mip", "nas", "pru", "rov", "sti", "tul", "vek", "wam", "yol", "zub", "cra", "eph",
    ];

    private readonly Random random;
    private readonly string thing;
    private readonly string trouble;
    private readonly StringBuilder text = new();

    /// <summary>What one ticket says, from its first word to its last.</summary>
    public Prose(Random random)
    {
        this.random = random;
        thing = Often(Things, 1.6);
        trouble = Troubles[random.Next(Troubles.Length)];
        Subject = Capital(thing) + " " + trouble + random.Next(4) switch
        {
            0 => $" in room {random.Next(100, 900)}",
            1 => $" ({Asset()})",
            _ => "",
        };
    }

    public static IEnumerable<string> Words => Things.Concat(Troubles).Concat(Small).Concat(General).SelectMany(words => words.Split(' '));

    public string Subject { get; }

    /// <summary>The rare words that were used, the earliest first.</summary>
    public List<string> Rare { get; } = [];

    public string Body()
    {
        text.Clear();
        var sentences = random.Next(2, 7);
        for (var i = 0; i < sentences; i++)
        {
            var words = random.Next(6, 16);
            for (var j = 0; j < words; j++)
            {
                var word = Word();
                text.Append(j == 0 ? Capital(word) : word).Append(j == words - 1 ? ". " : " ");
            }

            if (i % 3 == 2)
            {
                text.Append("\n\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    private string Word() => random.Next(100) switch
    {
        < 56 => Often(Small, 1.5),
        < 90 => Often(General, 2.5),
        < 95 => thing,
        < 96 => Often(Things, 1.2),
        < 99 => RareWord(),
        _ => Asset(),
    };

    private string RareWord()
    {
        var word = Often(Syllables, 1.6) + Often(Syllables, 1.5) + Often(Syllables, 1.4);
        word = random.Next(4) > 0 ? word : word + Often(Syllables, 2.5);
        Rare.Add(word);
        return word;
    }

    private string Asset() => $"NB-{random.Next(10_000, 99_999)}";

    /// <summary>The first of them most often.</summary>
    private string Often(string[] words, double power) => words[(int)(Math.Pow(random.NextDouble(), power) * words.Length)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
