using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowItem;

internal sealed class ShowItemHandler(KnowledgeBaseDbContext db, IUserDirectory people, MarkdownRenderer markdown)
{
    public async Task<Outcome<ItemDetail>> HandleAsync(string idOrSlug, CurrentUser user, CancellationToken cancellationToken)
    {
        var visible = db.Items.AsNoTracking().Include(item => item.Category).VisibleTo(user);
        var item = Guid.TryParse(idOrSlug, out var id)
            ? await visible.SingleOrDefaultAsync(candidate => candidate.Id == id, cancellationToken)
            : await visible.SingleOrDefaultAsync(candidate => candidate.Slug == idOrSlug, cancellationToken);
        if (item is null)
        {
            return new Refusal.NotFound();
        }

        var authors = await people.FindAsync([item.AuthorId], cancellationToken);
        var detail = ItemDetail.Of(item, authors.GetValueOrDefault(item.AuthorId), markdown.ToHtml(item.Body, topHeading: 2));
        return user.IsStaff ? detail with { Extraction = item.Extraction, ExtractionWords = item.ExtractionWords } : detail;
    }
}

/// <summary>The contract's KbItem.</summary>
internal record ItemView(
    Guid Id,
    ItemType Type,
    string Title,
    string Slug,
    string Summary,
    string Category,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    Visibility Visibility,
    AuthorView Author,
    DateTimeOffset? PublishedAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version);

internal sealed record AuthorView(Guid Id, string Name);

/// <summary>The contract's KbDetail.</summary>
internal sealed record ItemDetail : ItemView
{
    private const int WordsPerMinute = 200;

    private ItemDetail(ItemView item)
        : base(item)
    {
    }

    public string Body { get; private init; } = "";

    public string BodyHtml { get; private init; } = "";

    /// <summary>For the team: how far the text of a document's file is read.</summary>
    public ExtractionState? Extraction { get; init; }

    internal string? ExtractionWords { get; init; }

    /// <summary>Minutes that a reader needs, at least one; for pages only.</summary>
    internal int ReadingMinutes => Math.Max(1, (Body.Count(char.IsWhiteSpace) + WordsPerMinute / 2) / WordsPerMinute);

    public static ItemDetail Of(Item item, UserCard? author, string bodyHtml) =>
        new(new ItemView(
            item.Id, item.Type, item.Title, item.Slug, item.Summary, item.Category?.Name ?? "", item.Tags, item.Status, item.Visibility,
            new AuthorView(item.AuthorId, author?.Name ?? "former user"), item.PublishedAt, item.CreatedAt, item.UpdatedAt, item.Version))
        {
            Body = item.Body,
            BodyHtml = bodyHtml,
        };
}
