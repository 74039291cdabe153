using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Upkeep;

/// <summary>What a reader missed in an item.</summary>
internal sealed record ComplaintView(Guid ItemId, string Title, AuthorView Reader, string Comment, DateTimeOffset GivenAt);

/// <summary>Those that no curator has dealt with, the newest first.</summary>
internal sealed record ComplaintList(IReadOnlyList<ComplaintView> Items);

internal sealed class ListComplaintsHandler(KnowledgeBaseDbContext db, IUserDirectory people)
{
    private const int Most = 50;

    public async Task<Outcome<ComplaintList>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var rows = await db.Feedback.AsNoTracking()
            .Where(feedback => !feedback.IsHelpful && feedback.Comment != "" && feedback.SeenAt == null)
            .Join(db.Items.VisibleTo(user), feedback => feedback.ItemId, item => item.Id, (feedback, item) => new { feedback, item.Title })
            .OrderByDescending(row => row.feedback.GivenAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var names = await people.FindAsync([.. rows.Select(row => row.feedback.ReaderId).Distinct()], cancellationToken);
        return new ComplaintList([.. rows.Select(row => new ComplaintView(
            row.feedback.ItemId, row.Title, names.Named(row.feedback.ReaderId), row.feedback.Comment, row.feedback.GivenAt))]);
    }
}

/// <summary>Marks a reader's words as dealt with; they come back when the reader changes them.</summary>
internal sealed class SettleComplaintHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(Guid itemId, Guid readerId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var now = clock.Now();
        var settled = await db.Feedback
            .Where(feedback => feedback.ItemId == itemId && feedback.ReaderId == readerId && !feedback.IsHelpful)
            .ExecuteUpdateAsync(set => set.SetProperty(feedback => feedback.SeenAt, now), cancellationToken);
        return settled == 0 ? new Refusal.NotFound() : Done.It;
    }
}
