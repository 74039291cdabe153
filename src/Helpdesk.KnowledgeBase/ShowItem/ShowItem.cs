using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>An item by its id, its address, or an address that it had: the one that answers may be another than was asked for.</summary>
internal sealed class ShowItemHandler(KnowledgeBaseDbContext db, ItemParts parts, IUserDirectory people)
{
    public async Task<Outcome<ItemDetail>> HandleAsync(string idOrSlug, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await FindAsync(idOrSlug, user, cancellationToken) is not { } row)
        {
            return new Refusal.NotFound();
        }

        var text = await db.Items.AsNoTracking().Where(item => item.Id == row.Id).Select(ItemReading.Projection).SingleOrDefaultAsync(cancellationToken);
        if (text is null)
        {
            return new Refusal.NotFound();
        }

        return new ItemDetail(row.View(await people.FindAsync([row.AuthorId], cancellationToken)))
        {
            Body = text.Body,
            BodyHtml = parts.HtmlOf(row.Id, text),
            VideoUrl = text.VideoUrl,
            Transcript = text.Transcript,
            File = text.FileId is { } fileId ? await parts.FileAsync(fileId, cancellationToken) : null,
            Extraction = user.IsStaff ? text.Extraction : null,
            HasCaptions = text.CaptionsId is not null,
            ReplacedBy = text.ReplacedById is { } replacement ? await TitleAsync(replacement, user, cancellationToken) : null,
            Related = await parts.RelatedAsync(new ReadItem(row.Id, row.Title, text.CategoryId, row.Tags), user, cancellationToken),
            YourFeedback = user.IsSignedIn ? await FeedbackAsync(row.Id, user, cancellationToken) : null,
        };
    }

    private async Task<ItemRow?> FindAsync(string idOrSlug, CurrentUser user, CancellationToken cancellationToken)
    {
        var visible = db.Items.AsNoTracking().VisibleTo(user);
        var byId = Guid.TryParse(idOrSlug, out var id) ? await RowAsync(visible.Where(item => item.Id == id), cancellationToken) : null;
        return byId
            ?? await RowAsync(visible.Where(item => item.Slug == idOrSlug), cancellationToken)
            ?? await RowAsync(visible.Where(item => db.FormerSlugs.Any(former => former.Slug == idOrSlug && former.ItemId == item.Id)), cancellationToken);
    }

    private static Task<ItemRow?> RowAsync(IQueryable<Item> items, CancellationToken cancellationToken) =>
        items.Select(ItemRow.Projection).SingleOrDefaultAsync(cancellationToken);

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

    /// <summary>The uploaded video or document.</summary>
    public FileView? File { get; init; }

    [JsonIgnore]
    public bool HasCaptions { get; init; }

    /// <summary>For the team: how far the text of a document's file is read.</summary>
    public ExtractionState? Extraction { get; init; }

    /// <summary>Minutes that a reader needs, at least one; for pages only.</summary>
    internal int ReadingMinutes => Math.Max(1, (Body.Count(char.IsWhiteSpace) + WordsPerMinute / 2) / WordsPerMinute);
}

internal sealed record FeedbackView(bool Helpful, string Comment);
