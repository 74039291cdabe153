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
