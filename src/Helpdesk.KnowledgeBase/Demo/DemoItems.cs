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
        for (var i = 0; i < texts.Count; i++)
        {
            var text = texts[i];
            var written = clock.GetUtcNow().AddDays(-3 * (texts.Count - i)).AddMinutes(37 * i);
            var item = Item.Write(authors[i % authors.Count].Id, text.Title, text.Summary, text.Body, text.Category, written);
            if (!text.IsDraft)
            {
                item.Publish(text.Visibility, written.AddHours(1));
            }

            db.Items.Add(item);
        }

        await db.SaveChangesAsync(cancellationToken);
        return [$"{texts.Count} articles"];
    }
}
