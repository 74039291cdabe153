namespace Helpdesk.KnowledgeBase.Data;

/// <summary>The full-text column of items; kept by the database.</summary>
internal static class ItemSearch
{
    public const string Column = "SearchWords";
    public const string Configuration = "platform.words";
}
