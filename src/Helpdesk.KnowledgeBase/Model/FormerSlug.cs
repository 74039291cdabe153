namespace Helpdesk.KnowledgeBase.Model;

/// <summary>An address that an item had; it leads to the present one, for those who may read the item.</summary>
internal sealed class FormerSlug
{
    public string Slug { get; init; } = "";

    public Guid ItemId { get; init; }
}
