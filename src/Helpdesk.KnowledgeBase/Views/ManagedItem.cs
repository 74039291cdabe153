using System.Text.Json.Serialization;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Markdown;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Views;

/// <summary>An item with all that its writers know of it.</summary>
internal sealed record ManagedItem(
    Guid Id,
    ItemType Type,
    string Title,
    string Slug,
    string Summary,
    Guid? CategoryId,
    string Category,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    Visibility Visibility,
    AuthorView Author,
    AuthorView Owner,
    DateOnly? ReviewBy,
    DateTimeOffset? ReviewedAt,
    DateTimeOffset? PublishedAt,
    DateTimeOffset? PublishAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? DeletedAt,
    Guid? ReplacedById,
    int Helpful,
    int NotHelpful,
    string Body,
    string BodyHtml,
    string? VideoUrl,
    string Transcript,
    FileView? File,
    FileView? Captions,
    ExtractionState Extraction,
    int TextVersion,
    int Version)
{
    /// <summary>Those whose changes this save took in; only in the answer to it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? MergedWith { get; init; }
}

/// <summary>Turns items into what their writers see.</summary>
internal sealed class ManagedItems(KnowledgeBaseDbContext db, IUserDirectory people, FileShelf shelf, MarkdownRenderer markdown)
{
    public async Task<ManagedItem> OfAsync(Item item, CancellationToken cancellationToken)
    {
        var names = await people.FindAsync([item.AuthorId, item.OwnerId], cancellationToken);
        var category = item.CategoryId is { } categoryId
            ? await db.Categories.Where(known => known.Id == categoryId).Select(known => known.Name).SingleAsync(cancellationToken)
            : "";
        var files = (await FileShelf.OfAsync(db, ItemFiles.Owner, [item.Id], cancellationToken))[item.Id].ToDictionary(file => file.Id, file => new FileView(file, shelf));
        return new ManagedItem(
            item.Id, item.Type, item.Title, item.Slug, item.Summary, item.CategoryId, category, item.Tags, item.Status, item.Visibility,
            names.Named(item.AuthorId), names.Named(item.OwnerId), item.ReviewBy, item.ReviewedAt, item.PublishedAt, item.PublishAt,
            item.CreatedAt, item.UpdatedAt, item.DeletedAt, item.ReplacedById, item.Helpful, item.NotHelpful,
            item.Body, markdown.ToHtml(item.Body, topHeading: 2), item.VideoUrl, item.Transcript,
            item.FileId is { } fileId ? files.GetValueOrDefault(fileId) : null,
            item.CaptionsId is { } captionsId ? files.GetValueOrDefault(captionsId) : null,
            item.Extraction, item.TextVersion, item.Version);
    }
}

internal static class NamesOfPeople
{
    public static AuthorView Named(this IReadOnlyDictionary<Guid, UserCard> cards, Guid id) =>
        new(id, cards.TryGetValue(id, out var card) ? card.Name : UserCard.FormerUser);
}
