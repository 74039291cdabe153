using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Personal;

/// <summary>
/// What the knowledge base keeps about who writes it and what they think of it. The same for everybody, whatever their role:
/// items and unsaved work as far as employees may read the item, since what is internal is a word of the team to itself.
/// </summary>
internal sealed class WriterData(KnowledgeBaseDbContext db) : IPersonalData
{
    public async Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddAllAsync("knowledge-base/articles.json", "The articles that you began or own.", Items(userId), cancellationToken);
        await archive.AddAllAsync("knowledge-base/versions.json", "What you saved of articles.", Versions(userId), cancellationToken);
        await archive.AddAllAsync("knowledge-base/unsaved.json", "What you typed in articles and did not save.", Unsaved(userId), cancellationToken);
        await archive.AddAllAsync("knowledge-base/feedback.json", "What you said of articles.", Feedback(userId), cancellationToken);
    }

    private IAsyncEnumerable<object> Items(Guid userId) => db.Items.AsNoTracking().VisibleTo(CurrentUser.Nobody)
        .Where(item => item.AuthorId == userId || item.OwnerId == userId)
        .OrderBy(item => item.CreatedAt)
        .Select(item => new { item.Title, item.Slug, BegunByYou = item.AuthorId == userId, OwnedByYou = item.OwnerId == userId, item.CreatedAt, item.UpdatedAt })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Versions(Guid userId) => db.Versions.AsNoTracking()
        .Where(version => version.WriterId == userId)
        .Join(db.Items.VisibleTo(CurrentUser.Nobody), version => version.ItemId, item => item.Id, (version, item) => new
        {
            Article = item.Slug,
            version.Number,
            version.SavedAt,
            version.Title,
            version.Summary,
            version.Body,
            version.Transcript,
        })
        .OrderBy(version => version.SavedAt)
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Unsaved(Guid userId) => db.Writings.AsNoTracking()
        .Where(work => work.WriterId == userId)
        .Join(db.Items.VisibleTo(CurrentUser.Nobody), work => work.ItemId, item => item.Id, (work, item) => new
        {
            Article = item.Slug,
            work.SavedAt,
            work.Title,
            work.Summary,
            work.Body,
            work.Transcript,
        })
        .OrderBy(work => work.SavedAt)
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Feedback(Guid userId) => db.Feedback.AsNoTracking()
        .Where(feedback => feedback.ReaderId == userId)
        .Join(db.Items.VisibleTo(CurrentUser.Nobody), feedback => feedback.ItemId, item => item.Id, (feedback, item) => new
        {
            Article = item.Slug,
            feedback.IsHelpful,
            feedback.Comment,
            feedback.GivenAt,
        })
        .OrderBy(feedback => feedback.GivenAt)
        .AsAsyncEnumerable();
}
