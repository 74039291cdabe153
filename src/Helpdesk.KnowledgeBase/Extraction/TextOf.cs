namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>What came of reading a document's text.</summary>
internal abstract record TextOf
{
    private TextOf()
    {
    }

    /// <summary>Its text, or the beginning of it.</summary>
    public sealed record Words(string Text) : TextOf;

    /// <summary>It is sound and holds no text, such as a scan.</summary>
    public sealed record Nothing : TextOf;

    /// <summary>Its text cannot be had, today or later.</summary>
    public sealed record Refused(string Why) : TextOf;

    /// <summary>It could not be read now; worth another try.</summary>
    public sealed record Later(string Why) : TextOf;
}
