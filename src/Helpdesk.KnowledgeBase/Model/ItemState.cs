namespace Helpdesk.KnowledgeBase.Model;

internal enum ItemType
{
    Article = 0,
    Video = 1,
    Document = 2,
}

internal enum ItemStatus
{
    Draft = 0,
    Published = 1,
    Archived = 2,
}

internal enum Visibility
{
    Everyone = 0,
    Internal = 1,
}

/// <summary>How far a program is with reading a document's file.</summary>
internal enum ExtractionState
{
    None = 0,
    Waiting = 1,
    Done = 2,
    Empty = 3,
    Failed = 4,
}

internal static class ExtractionStates
{
    /// <summary>What a search may find of the file, as a sentence for the team; null when there is nothing to read.</summary>
    public static string? Words(this ExtractionState state) => state switch
    {
        ExtractionState.Waiting => "Searchable in about a minute.",
        ExtractionState.Done => "Its text is searched.",
        ExtractionState.Empty => "This document has no text; it will be found by title only.",
        ExtractionState.Failed => "This document cannot be read; it will be found by title only.",
        _ => null,
    };
}
