using System.Runtime.InteropServices;

namespace Helpdesk.Tickets.Model;

/// <summary>What the reports need of the tickets that came, or were resolved, on one day of UTC. Packed, because one page reads two years of them (decision 29).</summary>
internal sealed class DayOfFacts
{
    public DateOnly Day { get; init; }

    public FactKind Kind { get; init; }

    /// <summary>Categories, teams and people, each once. Facts name them by their place, counted from one; zero is none.</summary>
    public Guid[] Keys { get; init; } = [];

    public byte[] Packed { get; init; } = [];

    /// <summary>Its first minute, as <see cref="Minute"/> counts them.</summary>
    public long FirstMinute => Day.ToDateTime(TimeOnly.MinValue).Ticks / TimeSpan.TicksPerMinute;

    public static long Minute(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerMinute;

    public ReadOnlySpan<PackedFact> Facts() => MemoryMarshal.Cast<byte, PackedFact>(Packed);

    public static DayOfFacts Of(DateOnly day, FactKind kind, IReadOnlyCollection<TicketFact> facts)
    {
        var keys = facts.SelectMany(fact => new[] { fact.CategoryId, fact.TeamId, fact.AssigneeId }).OfType<Guid>().Distinct().ToArray();
        var places = keys.Index().ToDictionary(key => key.Item, key => (ushort)(key.Index + 1));
        var packed = facts.Select(fact => new PackedFact(
            fact.Took?.Ticks ?? PackedFact.NeverDone,
            (ushort)fact.At.UtcDateTime.TimeOfDay.TotalMinutes,
            places[fact.CategoryId],
            fact.TeamId is { } team ? places[team] : (ushort)0,
            fact.AssigneeId is { } assignee ? places[assignee] : (ushort)0,
            (ushort)fact.Channel)).ToArray();
        return new DayOfFacts { Day = day, Kind = kind, Keys = keys, Packed = MemoryMarshal.AsBytes(packed.AsSpan()).ToArray() };
    }
}

/// <summary>A ticket counts on the day on which it came, and again on the day on which it was resolved.</summary>
internal enum FactKind
{
    Created = 0,
    Resolved = 1,
}

/// <summary>A ticket at the moment for which it counts, and how long its first answer, or its resolution, had taken.</summary>
internal sealed record TicketFact(
    DateTimeOffset At, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt, Guid CategoryId, Guid? TeamId, Guid? AssigneeId, TicketChannel Channel)
{
    public TimeSpan? Took => DoneAt - CreatedAt;
}

/// <summary>The same in eighteen bytes. Took is in ticks; the minute is that of the day.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal readonly record struct PackedFact(long Took, ushort Minute, ushort Category, ushort Team, ushort Assignee, ushort Channel)
{
    public const long NeverDone = -1;

    public bool IsDone => Took != NeverDone;
}

/// <summary>A day whose facts changed since they were packed. A table of marks, without order and with repetitions, so that nobody who writes waits for another.</summary>
internal sealed class DayToRecount
{
    public long Id { get; init; }

    public DateOnly Day { get; init; }
}
