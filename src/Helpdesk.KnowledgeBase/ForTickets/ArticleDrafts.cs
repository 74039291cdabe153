using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ForTickets;

internal sealed class ArticleDrafts(KnowledgeBaseDbContext db, TimeProvider clock) : IArticleDrafts
{
    public async Task<ArticleDraft> BeginAsync(NewArticle article, CurrentUser writer, CancellationToken cancellationToken)
    {
        // Two who press the button at once get one draft, and no other title takes its address meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('kb.slugs'))", cancellationToken);
        var there = await db.Items.AsNoTracking()
            .Where(item => item.TicketId == article.TicketId && item.DeletedAt == null)
            .OrderBy(item => item.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (there is not null)
        {
            return new ArticleDraft(there.Id, there.Slug, there.Title, IsNew: false);
        }

        var now = clock.GetUtcNow();
        var text = new WrittenText(article.Title, article.Summary, article.Body);
        var item = Item.Begin(ItemType.Article, writer.Id, text, now, article.TicketId);
        item.MoveTo(await db.FreeSlugAsync(item.Slug, item.Id, cancellationToken), now);
        db.AddRange(item, item.NewestVersion(writer.Id, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new ArticleDraft(item.Id, item.Slug, item.Title, IsNew: true);
    }
}
