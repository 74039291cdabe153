namespace Helpdesk.Bench;

/// <summary>A company: a thousand people at least, one of fifty of whom works for the helpdesk, in three teams.</summary>
internal sealed class People
{
    private static readonly string[] First =
    [
        "Priya", "Jonas", "Ana", "Kofi", "Mei", "Lars", "Fatima", "Diego", "Olga", "Samuel",
        "Ines", "Tariq", "Hanna", "Mateo", "Yuki", "Nadia", "Emil", "Grace", "Bruno", "Leila",
    ];

    private static readonly string[] Last =
    [
        "Sharma", "Weber", "Silva", "Mensah", "Chen", "Lindqvist", "Haddad", "Romero", "Petrova", "Okafor",
        "Costa", "Aziz", "Novak", "Garcia", "Tanaka", "Rossi", "Larsen", "Adeyemi", "Moreau", "Kaya",
        "Schmidt", "Nguyen", "Kowalski", "Murphy", "Jensen", "Popescu", "Horvat", "Dubois", "Yilmaz", "Andersson",
        "Baker", "Ortiz", "Fischer", "Singh", "Kim", "Rahman", "Virtanen", "Bianchi", "Mwangi", "Cohen",
        "Santos", "Ivanov", "Keller", "Nakamura", "Byrne", "Lopez", "Farouk", "Berg", "Marino", "Walsh",
    ];

    private static readonly string[] TeamNames = ["Workplace", "Network", "Accounts"];

    /// <summary>Those who are there already work for the helpdesk, and have the most to do.</summary>
    public People(Random random, int count, IReadOnlyList<Person> present)
    {
        AgentCount = count / 50;
        Present = present.Count;
        All =
        [
            .. present,
            .. Enumerable.Range(0, count - present.Count).Select(number => new Person(
                Ids.At(DateTime.UtcNow.AddYears(-4).AddHours(number % 1_000), random),
                NameOf(number),
                $"person{number}@acme.example")),
        ];
        Teams = [.. TeamNames.Select(name => (Ids.At(DateTime.UtcNow.AddYears(-4), random), name))];
    }

    public IReadOnlyList<Person> All { get; }

    public int AgentCount { get; }

    /// <summary>How many of the first ones are in the database already.</summary>
    public int Present { get; }

    public IReadOnlyList<(Guid Id, string Name)> Teams { get; }

    /// <summary>Some ask often, most seldom.</summary>
    public Person Requester(Random random) => All[AgentCount + (int)(Math.Pow(random.NextDouble(), 2) * (All.Count - AgentCount))];

    public Person Agent(Random random) => All[(int)(Math.Pow(random.NextDouble(), 1.5) * AgentCount)];

    private static string NameOf(int number)
    {
        var name = $"{First[number % First.Length]} {Last[number / First.Length % Last.Length]}";
        var round = number / (First.Length * Last.Length);
        return round == 0 ? name : $"{name} {(char)('A' + (round % 26))}.";
    }
}

internal sealed record Person(Guid Id, string Name, string Email);

/// <summary>Ids of version 7 for a moment of the past, the same at each run with one seed.</summary>
internal static class Ids
{
    public static Guid At(DateTime moment, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = new DateTimeOffset(moment).ToUnixTimeMilliseconds();
        for (var i = 5; i >= 0; i--)
        {
            bytes[i] = (byte)milliseconds;
            milliseconds >>= 8;
        }

        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
