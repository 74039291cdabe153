namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Addresses of the knowledge base, for other modules and mails.</summary>
public static class KnowledgeBaseUrls
{
    public static string Home => "/kb";

    public static string Search => "/kb/search";

    /// <summary>The list of all items, for the team.</summary>
    public static string Manage => "/kb/manage";

    public static string Show(string slug) => $"/kb/{slug}";

    /// <summary>Where agents write it.</summary>
    public static string Write(Guid itemId) => $"/kb/manage/{itemId}";

    /// <summary>The uploaded video or document of an item.</summary>
    public static string Download(Guid id) => $"/kb/items/{id}/download";

    /// <summary>What is said in an uploaded video.</summary>
    public static string Captions(Guid id) => $"/kb/items/{id}/captions";

    /// <summary>The items on a shelf.</summary>
    public static string Category(string name) => $"{Search}?category={Uri.EscapeDataString(name)}";

    public static string Tag(string tag) => $"{Search}?tag={Uri.EscapeDataString(tag)}";
}
