using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>An item by its id, its address, or an address that it had: the one that answers may be another than was asked for.</summary>
internal sealed class ShowItemHandler(KnowledgeBaseDbContext db, RelatedItems related, IUserDirectory people, MarkdownRenderer markdown)
{
    public async Task<Outcome<ItemDetail>> HandleAsync(string idOrSlug, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await FindAsync(idOrSlug, user, cancellationToken) is not { } item)
        {
            return new Refusal.NotFound();
        }

        return new ItemDetail(ItemRow.Of(item).View(await people.FindAsync([item.AuthorId], cancellationToken)))
        {
            Body = item.Body,
            BodyHtml = markdown.ToHtml(item.Body, topHeading: 2),
            VideoUrl = item.VideoUrl,
            Transcript = item.Transcript,
            Extraction = user.IsStaff ? item.Extraction : null,
            ExtractionWords = user.IsStaff ? item.ExtractionWords : null,
            HasFile = item.FileId is not null,
            HasCaptions = item.CaptionsId is not null,
            ReplacedBy = item.ReplacedById is { } replacement ? await TitleAsync(replacement, user, cancellationToken) : null,
            Related = await related.OfAsync(item, user, cancellationToken),
            YourFeedback = user.IsSignedIn ? await FeedbackAsync(item.Id, user, cancellationToken) : null,
        };
    }

    private async Task<Item?> FindAsync(string idOrSlug, CurrentUser user, CancellationToken cancellationToken)
    {
        var visible = db.Items.AsNoTracking().Include(item => item.Category).VisibleTo(user);
        return Guid.TryParse(idOrSlug, out var id)
            ? await visible.SingleOrDefaultAsync(item => item.Id == id, cancellationToken)
            : await visible.SingleOrDefaultAsync(item => item.Slug == idOrSlug, cancellationToken)
                ?? await visible.SingleOrDefaultAsync(item => db.FormerSlugs.Any(former => former.Slug == idOrSlug && former.ItemId == item.Id), cancellationToken);
    }

    private Task<TitleLink?> TitleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        db.Items.AsNoTracking().VisibleTo(user).Published().Where(item => item.Id == id)
            .Select(item => new TitleLink(item.Id, item.Title, item.Slug)).SingleOrDefaultAsync(cancellationToken);

    private Task<FeedbackView?> FeedbackAsync(Guid itemId, CurrentUser user, CancellationToken cancellationToken) =>
        db.Feedback.AsNoTracking().Where(feedback => feedback.ItemId == itemId && feedback.ReaderId == user.Id)
            .Select(feedback => new FeedbackView(feedback.IsHelpful, feedback.Comment)).SingleOrDefaultAsync(cancellationToken);
}

/// <summary>The contract's KbDetail.</summary>
internal sealed record ItemDetail : ItemView
{
    private const int WordsPerMinute = 200;

    public ItemDetail(ItemView item)
        : base(item)
    {
    }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    public required string BodyHtml { get; init; }

    /// <summary>Where a video that was not uploaded is watched.</summary>
    public string? VideoUrl { get; init; }

    /// <summary>What is said in a video.</summary>
    public string Transcript { get; init; } = "";

    /// <summary>What is true now, when this item is out of date.</summary>
    public TitleLink? ReplacedBy { get; init; }

    public IReadOnlyList<TitleLink> Related { get; init; } = [];

    /// <summary>What its reader said of it; null while they said nothing.</summary>
    public FeedbackView? YourFeedback { get; init; }

    [JsonIgnore]
    public bool HasFile { get; init; }

    [JsonIgnore]
    public bool HasCaptions { get; init; }

    /// <summary>For the team: how far the text of a document's file is read.</summary>
    public ExtractionState? Extraction { get; init; }

    [JsonIgnore]
    public string? ExtractionWords { get; init; }

    /// <summary>Minutes that a reader needs, at least one; for pages only.</summary>
    internal int ReadingMinutes => Math.Max(1, (Body.Count(char.IsWhiteSpace) + WordsPerMinute / 2) / WordsPerMinute);
}

internal sealed record FeedbackView(bool Helpful, string Comment);
