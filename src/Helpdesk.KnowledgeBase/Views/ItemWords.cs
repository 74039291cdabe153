using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.KnowledgeBase.Views;

/// <summary>Types and states of items as pages say them.</summary>
internal static class ItemWords
{
    public static string Of(ItemType type) => type switch
    {
        ItemType.Video => "Video",
        ItemType.Document => "Document",
        _ => "Article",
    };

    /// <summary>As addresses say it.</summary>
    public static string Word(ItemType type) => Of(type).ToLowerInvariant();

    public static string Plural(ItemType? type) => type is { } one ? $"{Of(one)}s" : "";

    public static string HintOf(ItemType type) => type switch
    {
        ItemType.Video => "Uploaded or from its address, with a transcript",
        ItemType.Document => "A PDF or Word file with a summary",
        _ => "Text and pictures",
    };

    public static string Of(ItemStatus status) => status switch
    {
        ItemStatus.Published => "Published",
        ItemStatus.Archived => "Archived",
        _ => "Draft",
    };

    public static string Of(Visibility visibility) => visibility == Visibility.Internal ? "Agents only" : "Everyone";
}
