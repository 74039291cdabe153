namespace Helpdesk.Bench;

/// <summary>One ticket as the years would have left it.</summary>
internal sealed class Story
{
    public const int Open = 0, InProgress = 1, Waiting = 2, Resolved = 3, Closed = 4;

    public const int LongConversation = 500;

    private static readonly string[] TagWords =
    [
        "vpn", "wifi", "printer", "onboarding", "licence", "vip", "remote", "hardware-loan", "leaver", "security", "phishing", "warranty", "branch-office",
        "waiting-for-supplier", "mobile", "conference-room", "sap", "mail", "backup", "training", "audit", "laboratory", "reception", "night-shift",
    ];

    private readonly Prose prose;

    public Story(int number, double age, bool isLong, People people, IReadOnlyList<Guid> categories, DateTime now, Random random)
    {
        Number = number;
        CreatedAt = Micro(now - TimeSpan.FromDays(age * 3 * 365) - TimeSpan.FromMinutes(random.Next(60)));
        Id = Ids.At(CreatedAt, random);
        prose = new Prose(random);
        Category = categories[(int)(Math.Pow(random.NextDouble(), 1.4) * categories.Count)];
        Priority = random.Next(20) switch { 0 => 3, < 4 => 2, < 15 => 1, _ => 0 };
        Requester = people.Requester(random);
        Participants = random.Next(10) == 0 ? [people.Requester(random).Id] : [];
        Status = isLong ? InProgress : StatusFor(now - CreatedAt, random);
        IsSnoozed = Status <= Waiting && !isLong && random.Next(25) == 0;
        Assignee = Status == Open && random.Next(3) > 0 ? null : people.Agent(random);
        Team = random.Next(4) == 0 ? people.Teams[random.Next(people.Teams.Count)].Id : null;
        Tags = [.. Enumerable.Range(0, random.Next(10) switch { < 5 => 0, < 8 => 1, < 9 => 2, _ => 3 })
            .Select(_ => TagWords[(int)(Math.Pow(random.NextDouble(), 2) * TagWords.Length)]).Distinct().Order(StringComparer.Ordinal)];
        Tell(isLong ? LongConversation : MessagesFor(random), people, now, random);
    }

    public int Number { get; }

    public Guid Id { get; }

    public string Subject => prose.Subject;

    public IReadOnlyList<string> RareWords => prose.Rare;

    public Guid Category { get; }

    public int Priority { get; }

    public int Status { get; }

    public bool IsSnoozed { get; }

    public Person Requester { get; }

    public Guid[] Participants { get; }

    public Person? Assignee { get; }

    public Guid? Team { get; }

    public string[] Tags { get; }

    public DateTime CreatedAt { get; }

    public DateTime? FirstRespondedAt { get; private set; }

    public DateTime? ResolvedAt { get; private set; }

    public DateTime LastAt { get; private set; }

    public List<(Guid Id, Guid Author, bool IsFromStaff, string Body, DateTime At)> Messages { get; } = [];

    public List<(Guid Id, Guid Author, string Body, DateTime At)> Notes { get; } = [];

    public List<(Guid Id, int Kind, Guid Actor, DateTime At, string? From, string? To, bool IsInternal)> Events { get; } = [];

    private void Tell(int messages, People people, DateTime now, Random random)
    {
        var helper = Assignee ?? people.Agent(random);
        var end = CreatedAt + TimeSpan.FromHours(random.Next(2, 200));
        end = end > now ? now : end;
        var step = (end - CreatedAt) / (messages + 1);
        Events.Add((Ids.At(CreatedAt, random), 0, Requester.Id, CreatedAt, null, null, false));
        for (var i = 0; i < messages; i++)
        {
            var at = Micro(CreatedAt + (i * step));
            var isFromStaff = i % 2 == 1;
            Messages.Add((Ids.At(at, random), isFromStaff ? helper.Id : Requester.Id, isFromStaff, prose.Body(), at));
            FirstRespondedAt ??= isFromStaff ? at : null;
            LastAt = at;
        }

        if (Assignee is not null)
        {
            var at = Micro(CreatedAt + (step / 2));
            Events.Add((Ids.At(at, random), 6, Assignee.Id, at, null, Assignee.Id.ToString(), true));
            Events.Add((Ids.At(at, random), 7, Assignee.Id, at, "open", "in_progress", false));
        }

        if (random.Next(3) == 0)
        {
            var at = Micro(CreatedAt + (messages / 2.0 * step));
            Notes.Add((Ids.At(at, random), helper.Id, prose.Body(), at));
            LastAt = LastAt > at ? LastAt : at;
        }

        if (Status >= Resolved)
        {
            ResolvedAt = LastAt = Micro(end);
            Events.Add((Ids.At(end, random), 7, helper.Id, LastAt, "in_progress", "resolved", false));
        }
    }

    // Five on average: most are told with few words, some go on for weeks.
    private static int MessagesFor(Random random) => random.Next(100) switch
    {
        < 12 => 1,
        < 27 => 2,
        < 44 => 3,
        < 59 => 4,
        < 71 => 5,
        < 80 => 6,
        < 94 => random.Next(7, 12),
        _ => random.Next(11, 26),
    };

    // What is older than some weeks is nearly always done.
    private static int StatusFor(TimeSpan age, Random random) => age.TotalDays switch
    {
        < 7 => random.Next(10) switch { < 3 => Open, < 6 => InProgress, < 7 => Waiting, _ => Resolved },
        < 30 => random.Next(20) switch { 0 => Open, < 3 => InProgress, < 5 => Waiting, < 7 => Resolved, _ => Closed },
        _ => random.Next(100) switch { 0 => InProgress, 1 => Waiting, _ => Closed },
    };

    private static DateTime Micro(DateTime moment) => DateTime.SpecifyKind(new DateTime(moment.Ticks - (moment.Ticks % 10)), DateTimeKind.Utc);
}
