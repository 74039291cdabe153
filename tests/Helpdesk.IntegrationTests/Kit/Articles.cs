using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Articles as tests need them, without the way that writers go.</summary>
internal static class Articles
{
    public static Task<Item> ArticleAsync(
        this Site site, Person author, string title, string body = "What helps.", Visibility visibility = Visibility.Everyone, bool isDraft = false, string summary = "In short.") =>
        site.WithAsync<KnowledgeBaseDbContext, Item>(async db =>
        {
            var now = site.Clock.GetUtcNow();
            var item = Item.Begin(ItemType.Article, author.Id, new WrittenText(title, summary, body), now);
            item.MoveTo($"{item.Slug}-{item.Id:N}"[..Math.Min(90, item.Slug.Length + 33)], now);
            item.File(null, [], visibility, now);
            if (!isDraft)
            {
                item.Publish(now);
            }

            db.AddRange(item, item.NewestVersion(author.Id, now));
            await db.SaveChangesAsync();
            return item;
        });
}
