using System.Linq.Expressions;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>What an item's page has and lists have not; without the words that are searched and the text of the file, which are longer than all the rest.</summary>
internal sealed record ItemReading(
    Guid? CategoryId,
    string Body,
    int TextVersion,
    string? VideoUrl,
    string Transcript,
    Guid? FileId,
    Guid? CaptionsId,
    Guid? ReplacedById,
    ExtractionState Extraction)
{
    public static readonly Expression<Func<Item, ItemReading>> Projection = item => new ItemReading(
        item.CategoryId, item.Body, item.TextVersion, item.VideoUrl, item.Transcript, item.FileId, item.CaptionsId, item.ReplacedById, item.Extraction);
}

/// <summary>What stands beside the words of an item.</summary>
internal sealed class ItemParts(KnowledgeBaseDbContext db, RenderedItems rendered, RelatedItems related, FileShelf shelf)
{
    public string HtmlOf(Guid itemId, ItemReading item) => rendered.HtmlOf(itemId, item.TextVersion, item.Body);

    public async Task<FileView?> FileAsync(Guid fileId, CancellationToken cancellationToken) =>
        await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancellationToken) is { } file
            ? new FileView(file, shelf)
            : null;

    public Task<IReadOnlyList<TitleLink>> RelatedAsync(ReadItem item, CurrentUser reader, CancellationToken cancellationToken) =>
        related.OfAsync(item, reader, cancellationToken);
}
