using System.Globalization;
using Helpdesk.KnowledgeBase.ChangeItem;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.EditItem;

/// <summary>Who keeps an item, until when, and where, as the form beside the text holds it.</summary>
internal sealed record KeepingForm
{
    public Guid OwnerId { get; init; }

    /// <summary>As it was typed.</summary>
    public string? ReviewBy { get; init; }

    public string? Slug { get; init; }

    public Guid SeenOwnerId { get; init; }

    public string? SeenReviewBy { get; init; }

    public string? SeenSlug { get; init; }

    public Outcome<ChangeItemRequest> ToRequest()
    {
        var request = new ChangeItemRequest
        {
            OwnerId = OwnerId == SeenOwnerId ? null : OwnerId,
            Slug = Slug == SeenSlug ? null : Slug ?? "",
        };
        return ReviewBy == SeenReviewBy ? request
            : string.IsNullOrWhiteSpace(ReviewBy) ? request with { ReviewBy = default(DateOnly?) }
            : DateOnly.TryParseExact(ReviewBy, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? request with { ReviewBy = day }
            : new Refusal.Invalid(nameof(ReviewBy), "Choose a day, such as 2027-03-31.");
    }
}
