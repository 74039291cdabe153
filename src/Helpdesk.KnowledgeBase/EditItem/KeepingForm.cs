using Helpdesk.KnowledgeBase.ChangeItem;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>Who keeps an item, until when, and where, as the form beside the text holds it.</summary>
internal sealed record KeepingForm
{
    public Guid OwnerId { get; init; }

    public DateOnly? ReviewBy { get; init; }

    public string? Slug { get; init; }

    public Guid SeenOwnerId { get; init; }

    public DateOnly? SeenReviewBy { get; init; }

    public string? SeenSlug { get; init; }

    public ChangeItemRequest ToRequest()
    {
        var request = new ChangeItemRequest
        {
            OwnerId = OwnerId == SeenOwnerId ? null : OwnerId,
            Slug = Slug == SeenSlug ? null : Slug ?? "",
        };
        return ReviewBy == SeenReviewBy ? request : request with { ReviewBy = ReviewBy };
    }
}
