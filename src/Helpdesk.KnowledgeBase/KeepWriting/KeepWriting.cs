using FluentValidation;
using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.KeepWriting;

/// <summary>All that a writer has in front of them and did not save.</summary>
internal sealed record KeepWritingRequest
{
    /// <summary>The version of the text that the writer began from.</summary>
    public int BaseVersion { get; init; }

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    public string? VideoUrl { get; init; }

    public string Transcript { get; init; } = "";

    public Guid? FileId { get; init; }

    public Guid? CaptionsId { get; init; }

    public Guid? CategoryId { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Visibility Visibility { get; init; }
}

internal sealed class KeepWritingValidator : AbstractValidator<KeepWritingRequest>
{
    public static readonly KeepWritingValidator Rules = new();

    public KeepWritingValidator()
    {
        RuleFor(request => request.Title).Cascade(CascadeMode.Stop).Prose(ItemRules.TitleName, ItemText.TitleLength);
        RuleFor(request => request.Summary).Cascade(CascadeMode.Stop).Prose("The summary", ItemText.SummaryLength);
        RuleFor(request => request.Body).Cascade(CascadeMode.Stop).Prose("The text", ItemText.BodyLength);
        RuleFor(request => request.Transcript).Cascade(CascadeMode.Stop).Prose("The transcript", ItemText.TranscriptLength);
        RuleFor(request => request.VideoUrl).Cascade(CascadeMode.Stop).Prose("The address of the video", ItemText.VideoUrlLength);
    }
}

/// <summary>What a writer has in front of them: unsaved work, or the item's text while there is none (then SavedAt is null).</summary>
internal sealed record WritingView(
    int BaseVersion,
    int TextVersion,
    string Title,
    string Summary,
    string Body,
    string? VideoUrl,
    string Transcript,
    Guid? FileId,
    Guid? CaptionsId,
    Guid? CategoryId,
    IReadOnlyList<string> Tags,
    Visibility Visibility,
    DateTimeOffset? SavedAt,
    IReadOnlyList<OtherWriter> Others);

/// <summary>Somebody else who is writing the same item.</summary>
internal sealed record OtherWriter(AuthorView Writer, DateTimeOffset Since);

/// <summary>Keeps one writer's unsaved work. Each has their own, so nobody overwrites anybody; the last device of one person wins (decision 0023).</summary>
internal sealed class KeepWritingHandler(KnowledgeBaseDbContext db, Writers writers, TimeProvider clock)
{
    public Task<Outcome<WritingView>> HandleAsync(Guid id, KeepWritingRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<WritingView>> TryAsync(Guid id, KeepWritingRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (KeepWritingValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (request.BaseVersion < 1 || request.BaseVersion > item.TextVersion)
        {
            return new Refusal.Invalid(nameof(request.BaseVersion), "There is no such version of this text.");
        }

        var now = clock.Now();
        var work = await db.Writings.SingleOrDefaultAsync(kept => kept.ItemId == id && kept.WriterId == user.Id, cancellationToken);
        if (work is null)
        {
            work = new Writing { ItemId = id, WriterId = user.Id, BeganAt = now };
            db.Add(work);
        }

        var text = new WrittenText(request.Title, WrittenText.Lines(request.Summary), WrittenText.Lines(request.Body))
        {
            VideoUrl = request.VideoUrl,
            Transcript = WrittenText.Lines(request.Transcript),
            FileId = request.FileId,
            CaptionsId = request.CaptionsId,
        };
        work.Keep(text, request.CategoryId, TagNames.Normalise(request.Tags), request.Visibility, request.BaseVersion, now);
        await db.SaveChangesAsync(cancellationToken);
        return await writers.ViewAsync(item, work, user, cancellationToken);
    }
}

internal sealed class ShowWritingHandler(KnowledgeBaseDbContext db, Writers writers)
{
    public async Task<Outcome<WritingView>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        var work = await db.Writings.AsNoTracking().SingleOrDefaultAsync(kept => kept.ItemId == id && kept.WriterId == user.Id, cancellationToken);
        return await writers.ViewAsync(item, work, user, cancellationToken);
    }
}

/// <summary>Throws one's own unsaved work away.</summary>
internal sealed class DiscardWritingHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var removed = await db.Writings.Where(work => work.ItemId == id && work.WriterId == user.Id).ExecuteDeleteAsync(cancellationToken);
        return removed == 0 ? new Refusal.NotFound() : Done.It;
    }
}

/// <summary>Who writes an item, and what one of them has in front of them.</summary>
internal sealed class Writers(KnowledgeBaseDbContext db, IUserDirectory people, TimeProvider clock)
{
    public async Task<WritingView> ViewAsync(Item item, Writing? work, CurrentUser user, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Writing.Holds;
        var rows = await db.Writings.AsNoTracking()
            .Where(other => other.ItemId == item.Id && other.WriterId != user.Id && other.SavedAt > since)
            .OrderBy(other => other.BeganAt)
            .Select(other => new { other.WriterId, other.BeganAt })
            .ToListAsync(cancellationToken);
        var names = await people.FindAsync([.. rows.Select(row => row.WriterId)], cancellationToken);
        var text = work?.Text ?? item.Text;
        return new WritingView(
            work?.BaseVersion ?? item.TextVersion, item.TextVersion, text.Title, text.Summary, text.Body, text.VideoUrl, text.Transcript, text.FileId, text.CaptionsId,
            work is null ? item.CategoryId : work.CategoryId, work?.Tags ?? item.Tags, work?.Visibility ?? item.Visibility, work?.SavedAt,
            [.. rows.Select(row => new OtherWriter(names.Named(row.WriterId), row.BeganAt))]);
    }
}
