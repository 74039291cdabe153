namespace Helpdesk.KnowledgeBase.Model;

/// <summary>A shelf of the knowledge base; one under another, two levels at most.</summary>
internal sealed class Category
{
    public const int NameLength = 100;

    public Guid Id { get; init; }

    public Guid? ParentId { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Its place among those beside it; the least comes first.</summary>
    public int Position { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>A word that items may carry; writers choose from these or add one.</summary>
internal sealed class Tag
{
    public const int NameLength = 50;

    public Guid Id { get; init; }

    public string Name { get; set; } = "";
}
