using FluentValidation;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.GiveFeedback;

internal sealed record GiveFeedbackRequest
{
    public bool? Helpful { get; init; }

    /// <summary>What was missing. Not given, what was said before stays.</summary>
    public string? Comment { get; init; }
}

internal sealed class GiveFeedbackValidator : AbstractValidator<GiveFeedbackRequest>
{
    public static readonly GiveFeedbackValidator Rules = new();

    public GiveFeedbackValidator()
    {
        RuleFor(request => request.Helpful).NotNull().WithMessage("Choose yes or no.");
        RuleFor(request => request.Comment)
            .Must(comment => comment is null || comment.Trim().Length <= Feedback.CommentLength)
            .WithMessage((_, comment) => $"What was missing can have up to {Feedback.CommentLength:N0} characters. It has {comment!.Trim().Length:N0}.");
    }
}

/// <summary>Takes what a reader says of an item; saying something else replaces it.</summary>
internal sealed class GiveFeedbackHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public async Task<Outcome<GivenFeedback>> HandleAsync(Guid itemId, GiveFeedbackRequest request, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (GiveFeedbackValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await db.ReadableAsync(itemId, reader, cancellationToken) is not { } slug)
        {
            return new Refusal.NotFound();
        }

        // Only what is missing has to be told.
        var comment = request.Helpful is true ? "" : request.Comment?.Trim();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into kb.feedback as said (item_id, reader_id, is_helpful, comment, given_at)
            values ({itemId}, {reader.Id}, {request.Helpful!.Value}, coalesce({comment}, ''), {now})
            on conflict (item_id, reader_id) do update
            set is_helpful = excluded.is_helpful, comment = coalesce({comment}, said.comment), given_at = excluded.given_at, seen_at = null
            """,
            cancellationToken);
        await db.CountFeedbackAsync(itemId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new GivenFeedback(itemId, slug);
    }
}

/// <summary>Takes a reader's words back.</summary>
internal sealed class RetractFeedbackHandler(KnowledgeBaseDbContext db)
{
    public async Task<Outcome<GivenFeedback>> HandleAsync(Guid itemId, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (await db.ReadableAsync(itemId, reader, cancellationToken) is not { } slug)
        {
            return new Refusal.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Feedback.Where(feedback => feedback.ItemId == itemId && feedback.ReaderId == reader.Id).ExecuteDeleteAsync(cancellationToken);
        await db.CountFeedbackAsync(itemId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new GivenFeedback(itemId, slug);
    }
}

internal sealed record GivenFeedback(Guid ItemId, string Slug);

internal static class FeedbackQueries
{
    /// <summary>The address of an item that this reader may say something of; null when there is none.</summary>
    public static Task<string?> ReadableAsync(this KnowledgeBaseDbContext db, Guid itemId, CurrentUser reader, CancellationToken cancellationToken) =>
        db.Items.VisibleTo(reader).Where(item => item.Id == itemId && item.Status != ItemStatus.Draft).Select(item => item.Slug).SingleOrDefaultAsync(cancellationToken);

    // The item's row is locked first, so that of two who speak at once the second counts both. Its version stays: no writer is
    // disturbed by what readers say.
    public static Task<int> CountFeedbackAsync(this KnowledgeBaseDbContext db, Guid itemId, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            select from kb.items where id = {itemId} for no key update;
            update kb.items set
                helpful = (select count(*) from kb.feedback where item_id = {itemId} and is_helpful),
                not_helpful = (select count(*) from kb.feedback where item_id = {itemId} and not is_helpful)
            where id = {itemId}
            """,
            cancellationToken);
}
