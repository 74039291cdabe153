namespace Helpdesk.KnowledgeBase.Model;

/// <summary>What one reader said of an item; once, and changeable.</summary>
internal sealed class Feedback
{
    public const int CommentLength = 1_000;

    public Guid ItemId { get; init; }

    public Guid ReaderId { get; init; }

    public bool IsHelpful { get; set; }

    public string Comment { get; set; } = "";

    public DateTimeOffset GivenAt { get; set; }

    /// <summary>When a curator has dealt with it.</summary>
    public DateTimeOffset? SeenAt { get; set; }
}

/// <summary>How often an item was read on a day (UTC); nobody is told apart.</summary>
internal sealed class DayOfViews
{
    public Guid ItemId { get; init; }

    public DateOnly Day { get; init; }

    public int Count { get; set; }
}

/// <summary>A search as it was meant: the keys that led to it are folded into it.</summary>
internal sealed class AskedSearch
{
    public const int WordsLength = 200;

    public Guid Id { get; init; }

    /// <summary>Who asked; null for readers who are not signed in, and once the search is old.</summary>
    public Guid? ReaderId { get; set; }

    public string Words { get; set; } = "";

    /// <summary>The words in small letters, without accents and blanks too many: searches that mean the same have the same.</summary>
    public string Folded { get; set; } = "";

    public int Found { get; set; }

    public DateTimeOffset AskedAt { get; set; }
}

/// <summary>A ticket that somebody filed within half an hour of a search.</summary>
internal sealed class TicketAfterSearch
{
    public Guid SearchId { get; init; }

    public Guid TicketId { get; init; }

    public int TicketNumber { get; init; }
}

/// <summary>"This solved it": a ticket that was not filed.</summary>
internal sealed class Deflection
{
    public Guid Id { get; init; }

    public Guid ItemId { get; init; }

    public Guid ReaderId { get; init; }

    public DateTimeOffset SolvedAt { get; init; }
}

/// <summary>A word of published items, to mend mistyped ones with.</summary>
internal sealed class KnownWord
{
    public const int Length = 64;

    public string Word { get; init; } = "";
}
