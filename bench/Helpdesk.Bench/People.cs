namespace Helpdesk.Bench;

/// <summary>A thousand people, twenty of whom work for the helpdesk, in three teams.</summary>
internal sealed class People
{
    public const int Count = 1_000;
    public const int AgentCount = 20;

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

    public People(Random random)
    {
        All = [.. Enumerable.Range(0, Count).Select(number => new Person(
            Ids.At(DateTime.UtcNow.AddYears(-4).AddHours(number), random),
            $"{First[number % First.Length]} {Last[number / First.Length]}",
            $"person{number}@acme.example"))];
        Teams = [.. TeamNames.Select(name => (Ids.At(DateTime.UtcNow.AddYears(-4), random), name))];
    }

    public IReadOnlyList<Person> All { get; }

    public IReadOnlyList<(Guid Id, string Name)> Teams { get; }

    /// <summary>Some ask often, most seldom.</summary>
    public Person Requester(Random random) => All[AgentCount + (int)(Math.Pow(random.NextDouble(), 2) * (Count - AgentCount))];

    public Person Agent(Random random) => All[(int)(Math.Pow(random.NextDouble(), 1.5) * AgentCount)];
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
