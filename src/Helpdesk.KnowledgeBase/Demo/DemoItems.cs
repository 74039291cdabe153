using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform.Demo;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Demo;

internal sealed class DemoItems(KnowledgeBaseDbContext db, IUserDirectory people, TimeProvider clock) : IDemoData
{
    public int Order => 20;

    public async Task<IReadOnlyList<string>> SeedAsync(CancellationToken cancellationToken)
    {
        var authors = await people.StaffAsync(cancellationToken);
        if (authors.Count == 0 || await db.Items.AnyAsync(cancellationToken))
        {
            return [];
        }

        var texts = DemoTexts.All;
        var categories = texts.Select(text => text.Category).Distinct().Order()
            .Select((name, position) => new Category { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name, Position = position })
            .ToDictionary(category => category.Name);
        db.AddRange(categories.Values);
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            var written = clock.GetUtcNow().AddDays(-3 * (texts.Count - i)).AddMinutes(37 * i);
            var author = authors[i % authors.Count].Id;
            var item = Item.Begin(ItemType.Article, author, new WrittenText(text.Title, text.Summary, text.Body), written);
            item.File(categories[text.Category].Id, [], text.Visibility, written);
            if (!text.IsDraft)
            {
                item.Publish(written.AddHours(1));
            }

            db.AddRange(item, item.NewestVersion(author, written));
        }

        await db.SaveChangesAsync(cancellationToken);
        return [$"{texts.Count} articles"];
    }
}
