namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Addresses of the knowledge base, for other modules and mails.</summary>
public static class KnowledgeBaseUrls
{
    public static string Home => "/kb";

    /// <summary>The list of all items, for the team.</summary>
    public static string Manage => "/kb/manage";

    public static string Show(string slug) => $"/kb/{slug}";

    /// <summary>Where agents write it.</summary>
    public static string Write(Guid itemId) => $"/kb/manage/{itemId}";
}
