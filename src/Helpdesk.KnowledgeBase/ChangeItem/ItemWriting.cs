using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>Who saved versions that the writer had not seen, and went into this one.</summary>
internal sealed record Written(IReadOnlyList<string> MergedWith);

/// <summary>Makes a version of what somebody wrote, merged with what others saved since they began.</summary>
internal sealed class ItemWriting(KnowledgeBaseDbContext db, ItemFiles files, ItemPictures pictures, IUserDirectory people)
{
    /// <summary>Refuses, and keeps the text with the writer's unsaved work, when it contradicts what others saved.</summary>
    public async Task<Outcome<Written>> ApplyAsync(
        Item item, ChangeItemRequest request, Shelf shelf, CurrentUser user, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var start = await StartOfAsync(item, request.BaseVersion, cancellationToken);
        if (start is null)
        {
            return new Refusal.Invalid(nameof(request.BaseVersion), "There is no such version of this text.");
        }

        var mine = Apply(start, request);
        if (await AttachAsync(item, mine, user, cancellationToken) is { } refused)
        {
            return refused;
        }

        var merged = MergedText.Of(start, mine, item.Text);
        var others = await OthersAsync(item, request.BaseVersion, user, cancellationToken);
        var unsaved = await db.Writings.SingleOrDefaultAsync(work => work.ItemId == item.Id && work.WriterId == user.Id, cancellationToken);
        if (merged.Contradictions.Count > 0)
        {
            if (unsaved is null)
            {
                unsaved = new Writing { ItemId = item.Id, WriterId = user.Id, BeganAt = now };
                db.Add(unsaved);
            }

            unsaved.Keep(mine, shelf.CategoryId, shelf.Tags, shelf.Visibility, request.BaseVersion!.Value, now);
            await db.SaveChangesAsync(cancellationToken);
            return new Refusal.Stale(
                $"{string.Join(" and ", others)} changed the same meanwhile: {string.Join(", ", merged.Contradictions)}. Your text is kept with your unsaved work.");
        }

        if (item.Write(merged.Text, user.Id, now) is { } version)
        {
            db.Add(version);
            await pictures.KeepAsync(item.Id, merged.Text.Body, now, cancellationToken);
        }

        if (unsaved is not null)
        {
            db.Remove(unsaved);
        }

        return new Written(mine == start ? [] : others);
    }

    private static WrittenText Apply(WrittenText start, ChangeItemRequest request) => new(
        request.Title?.Trim() ?? start.Title,
        WrittenText.Lines(request.Summary?.Trim() ?? start.Summary),
        WrittenText.Lines(request.Body ?? start.Body))
    {
        VideoUrl = request.VideoUrl.IsNamed ? request.VideoUrl.Value : start.VideoUrl,
        Transcript = WrittenText.Lines(request.Transcript ?? start.Transcript),
        FileId = request.FileId.IsNamed ? request.FileId.Value : start.FileId,
        CaptionsId = request.CaptionsId.IsNamed ? request.CaptionsId.Value : start.CaptionsId,
    };

    private async Task<WrittenText?> StartOfAsync(Item item, int? baseVersion, CancellationToken cancellationToken) =>
        baseVersion is null || baseVersion == item.TextVersion
            ? item.Text
            : (await db.Versions.AsNoTracking()
                .SingleOrDefaultAsync(version => version.ItemId == item.Id && version.Number == baseVersion, cancellationToken))?.Text;

    private async Task<IReadOnlyList<string>> OthersAsync(Item item, int? baseVersion, CurrentUser user, CancellationToken cancellationToken)
    {
        if (baseVersion is null || baseVersion == item.TextVersion)
        {
            return [];
        }

        var writers = await db.Versions
            .Where(version => version.ItemId == item.Id && version.Number > baseVersion)
            .Select(version => version.WriterId).Distinct()
            .ToListAsync(cancellationToken);
        var names = await people.FindAsync(writers, cancellationToken);
        return [.. writers.Select(writer => writer == user.Id ? "You" : names.Named(writer).Name).Order(StringComparer.Ordinal)];
    }

    private async Task<Refusal?> AttachAsync(Item item, WrittenText mine, CurrentUser user, CancellationToken cancellationToken)
    {
        var main = ItemFiles.PlaceOf(item.Type);
        if ((mine.FileId is not null && main is null) || (mine.CaptionsId is not null && item.Type != ItemType.Video))
        {
            return new Refusal.Invalid(nameof(ChangeItemRequest.FileId), "An article has no file. Begin a document or a video instead.");
        }

        return (mine.FileId is { } file && file != item.FileId ? await files.AttachAsync(item.Id, main!, file, nameof(ChangeItemRequest.FileId), user.Id, cancellationToken) : null)
            ?? (mine.CaptionsId is { } captions && captions != item.CaptionsId ? await files.AttachAsync(item.Id, ItemFiles.Captions, captions, nameof(ChangeItemRequest.CaptionsId), user.Id, cancellationToken) : null);
    }
}
