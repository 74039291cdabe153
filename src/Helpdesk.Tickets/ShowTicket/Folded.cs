using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>A long conversation shows its beginning and its end; so many messages between them come on request.</summary>
internal sealed record Folded(IReadOnlyList<ConversationEntry> First, int Hidden, IReadOnlyList<ConversationEntry> Last)
{
    private const int AtTheEnd = 20;

    // Folding away fewer than this would save nobody anything.
    private const int LeastHidden = 5;

    public static Folded Of(IReadOnlyList<ConversationEntry> entries, bool whole, int atTheStart = 1)
    {
        var messages = Enumerable.Range(0, entries.Count).Where(index => entries[index].Message is not null).ToList();
        var hidden = messages.Count - atTheStart - AtTheEnd;
        return whole || hidden < LeastHidden
            ? new Folded(entries, 0, [])
            : new Folded([.. entries.Take(messages[atTheStart])], hidden, [.. entries.Skip(messages[^AtTheEnd])]);
    }
}
