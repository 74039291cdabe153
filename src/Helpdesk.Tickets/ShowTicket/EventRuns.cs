using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>A message, or the changes that stand between two of them.</summary>
internal sealed record EventRun(MessageView? Message, IReadOnlyList<EventView> Events)
{
    // So many fold into one line; fewer are quicker to read than to open.
    private const int Long = 4;

    public bool IsLong => Events.Count >= Long;
}

/// <summary>Gathers changes that follow each other, so that a busy day does not bury what was said.</summary>
internal static class EventRuns
{
    public static IEnumerable<EventRun> Of(IEnumerable<ConversationEntry> entries)
    {
        var events = new List<EventView>();
        foreach (var entry in entries)
        {
            if (entry.Event is { } change)
            {
                events.Add(change);
                continue;
            }

            if (events.Count > 0)
            {
                yield return new EventRun(null, [.. events]);
                events.Clear();
            }

            yield return new EventRun(entry.Message, []);
        }

        if (events.Count > 0)
        {
            yield return new EventRun(null, events);
        }
    }
}
