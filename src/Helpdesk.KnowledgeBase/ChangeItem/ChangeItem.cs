using FluentValidation;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;

namespace Helpdesk.KnowledgeBase.ChangeItem;

/// <summary>What is not named stays as it is.</summary>
internal sealed record ChangeItemRequest
{
    /// <summary>The version of the text that the writer began from; what others saved since is merged in. Without it the newest one counts.</summary>
    public int? BaseVersion { get; init; }

    public string? Title { get; init; }

    public string? Summary { get; init; }

    /// <summary>Markdown.</summary>
    public string? Body { get; init; }

    /// <summary>Where a video is played from; null for none.</summary>
    public Named<string?> VideoUrl { get; init; }

    public string? Transcript { get; init; }

    /// <summary>The uploaded video or document; null for none.</summary>
    public Named<Guid?> FileId { get; init; }

    /// <summary>The uploaded captions; null for none.</summary>
    public Named<Guid?> CaptionsId { get; init; }

    /// <summary>Name or id; null for none.</summary>
    public Named<string?> Category { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>everyone or internal.</summary>
    public string? Visibility { get; init; }

    /// <summary>An active member of the team.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Null for never.</summary>
    public Named<DateOnly?> ReviewBy { get; init; }

    /// <summary>The part of the address that can be read.</summary>
    public string? Slug { get; init; }
}

internal sealed class ChangeItemValidator : AbstractValidator<ChangeItemRequest>
{
    public static readonly ChangeItemValidator Rules = new();

    public ChangeItemValidator()
    {
        RuleFor(request => request.Title).Cascade(CascadeMode.Stop).Line(ItemRules.TitleName, ItemText.TitleLength).When(request => request.Title is not null);
        RuleFor(request => request.Summary).Cascade(CascadeMode.Stop).Prose("The summary", ItemText.SummaryLength);
        RuleFor(request => request.Body).Cascade(CascadeMode.Stop).Prose("The text", ItemText.BodyLength);
        RuleFor(request => request.Transcript).Cascade(CascadeMode.Stop).Prose("The transcript", ItemText.TranscriptLength);
        RuleFor(request => request.VideoUrl).Must(url => VideoAddress.IsUsable(url.Value)).WithMessage(VideoAddress.Demand);
        RuleFor(request => request.Visibility)
            .Must(word => word is null || Words.Read<Visibility>(word) is not null).WithMessage(ItemRules.Choose<Visibility>("visibility"));
        RuleFor(request => request.Slug).Must(slug => slug is null || Slugs.Of(slug, Slugs.FullLength) == slug.Trim())
            .WithMessage((_, slug) => $"An address has small letters, digits and hyphens, such as {Slugs.Of(slug!)}.");
        RuleFor(request => request.Tags).Custom((tags, context) =>
        {
            if (TagNames.Fault(TagNames.Normalise(tags)) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
    }
}

/// <summary>An item after a save, and whose changes the save took in beside the writer's own.</summary>
internal sealed record SavedItem(Item Item, IReadOnlyList<string> MergedWith);

/// <summary>
/// Saves what a writer changed. A text that others changed meanwhile is merged with theirs; when both changed the same, nothing
/// is saved to the item, and the writer's text is kept with their unsaved work (decision 0023).
/// </summary>
internal sealed class ChangeItemHandler(KnowledgeBaseDbContext db, ItemWriting writing, ItemShelving shelving, ItemKeeping keeping, TimeProvider clock)
{
    /// <summary>The version is the one of the whole item that the caller saw.</summary>
    public Task<Outcome<SavedItem>> HandleAsync(Guid id, ChangeItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<SavedItem>> TryAsync(Guid id, ChangeItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        if (ChangeItemValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var wanted = await shelving.FindAsync(item, request, cancellationToken);
        if (wanted.Value is not { } shelf)
        {
            return wanted.Refusal!;
        }

        var now = clock.Now();
        var written = await writing.ApplyAsync(item, request, shelf, user, now, cancellationToken);
        if ((written.Refusal ?? await keeping.ApplyAsync(item, request, now, cancellationToken)) is { } refused)
        {
            return refused;
        }

        await shelving.ApplyAsync(item, shelf, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new SavedItem(item, written.Value!.MergedWith);
    }
}
