using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>A long conversation shows its beginning and its end; what lies between comes on request.</summary>
internal sealed record Folded(IReadOnlyList<ConversationEntry> First, int Hidden, IReadOnlyList<ConversationEntry> Last)
{
    private const int AtTheStart = 1;
    private const int AtTheEnd = 20;

    // Folding away fewer than this would save nobody anything.
    private const int LeastHidden = 5;

    public static Folded Of(IReadOnlyList<ConversationEntry> entries, bool whole)
    {
        var hidden = entries.Count - AtTheStart - AtTheEnd;
        return whole || hidden < LeastHidden
            ? new Folded(entries, 0, [])
            : new Folded([.. entries.Take(AtTheStart)], hidden, [.. entries.Skip(AtTheStart + hidden)]);
    }
}
