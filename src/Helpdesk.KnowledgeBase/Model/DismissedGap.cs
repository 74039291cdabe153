namespace Helpdesk.KnowledgeBase.Model;

/// <summary>A search without result that a curator needs no item for. It is a gap again once somebody searches for it anew.</summary>
internal sealed class DismissedGap
{
    /// <summary>As searches have it.</summary>
    public string Folded { get; init; } = "";

    public DateTimeOffset DismissedAt { get; set; }

    public Guid DismissedById { get; set; }
}
