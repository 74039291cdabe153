namespace Helpdesk.KnowledgeBase.ManageCategories;

/// <summary>A category as its forms hold it. Buttons that order bring a position and nothing else.</summary>
internal sealed record CategoryForm
{
    public string? Name { get; init; }

    public Guid? ParentId { get; init; }

    public int? Position { get; init; }

    public SaveCategoryRequest ToRequest() => Position is { } position
        ? new SaveCategoryRequest { Position = position }
        : new SaveCategoryRequest { Name = Name ?? "", ParentId = ParentId };
}

/// <summary>What a category may be under, and what it is under.</summary>
internal sealed record ParentChoice(IReadOnlyList<CategoryView> Parents, Guid? Chosen);
