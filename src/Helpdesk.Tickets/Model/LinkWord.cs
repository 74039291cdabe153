namespace Helpdesk.Tickets.Model;

/// <summary>How a link reads from one of its two ends: a word for the API and the timeline, a phrase for people.</summary>
internal sealed record LinkWord(string Word, string Phrase, TicketLinkKind Kind, bool IsBackwards)
{
    public static readonly IReadOnlyList<LinkWord> All =
    [
        new("related", "is related to", TicketLinkKind.Related, false),
        new("blocks", "blocks", TicketLinkKind.Blocks, false),
        new("blocked_by", "is blocked by", TicketLinkKind.Blocks, true),
        new("follow_up", "is a follow-up of", TicketLinkKind.FollowUp, false),
        new("followed_by", "has the follow-up", TicketLinkKind.FollowUp, true),
    ];

    public static readonly string Choices = $"Choose how they belong together: {string.Join(", ", All.SkipLast(1).Select(word => word.Word))} or {All[^1].Word}.";

    public static LinkWord? Read(string? word) => All.FirstOrDefault(known => known.Word == word);

    /// <summary>What relates two tickets reads the same from both.</summary>
    public static LinkWord Of(TicketLinkKind kind, bool isBackwards) =>
        All.First(known => known.Kind == kind && (known.IsBackwards == isBackwards || kind == TicketLinkKind.Related));

    public LinkWord OtherWay => Of(Kind, !IsBackwards);

    public static string PhraseOf(string? word) => Read(word)?.Phrase ?? "";
}
