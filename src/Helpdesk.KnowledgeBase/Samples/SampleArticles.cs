using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Samples;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Samples;

/// <summary>Articles to try reading, searching and writing on; by the administrator who wanted them.</summary>
internal sealed class SampleArticles(KnowledgeBaseDbContext db, FileShelf files, TimeProvider clock) : ISamples
{
    private const string Tag = "sample";
    private const string KindOfTag = "tag";

    public SampleKind Kind { get; } = new("article", "articles", SampleTexts.All.Count);

    public int Order => 20;

    public async Task AddAsync(CurrentUser admin, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        if (!await db.Tags.AnyAsync(tag => tag.Name == Tag, cancellationToken))
        {
            var tag = new Tag { Id = Guid.CreateVersion7(now), Name = Tag };
            db.AddRange(tag, new Sample { Id = tag.Id, Kind = KindOfTag });
        }

        foreach (var text in SampleTexts.All)
        {
            var item = Item.Begin(ItemType.Article, admin.Id, new WrittenText(text.Title, text.Summary, text.Body), now);
            item.MoveTo(await db.FreeSlugAsync(item.Slug, item.Id, cancellationToken), now);
            item.File(categoryId: null, [Tag], text.Visibility, now);
            item.Publish(now);
            db.AddRange(item, item.NewestVersion(admin.Id, now), new Sample { Id = item.Id, Kind = Kind.One });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task RemoveAsync(IReadOnlyCollection<Guid> ids, CurrentUser admin, CancellationToken cancellationToken)
    {
        var items = await db.Items.Where(item => ids.Contains(item.Id)).ToListAsync(cancellationToken);
        foreach (var item in items)
        {
            await files.ReleaseAsync(db, new FileOwner(ItemFiles.Owner, item.Id), atOnce: true, cancellationToken);
        }

        // Versions, votes, views and unsaved work go with them.
        db.RemoveRange(items);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var item in items)
        {
            await db.ForgetWordsAsync($"{item.Title} {item.Summary} {item.Body}", cancellationToken);
        }

        // An article that somebody made of a sample is theirs and stays.
        await db.Items.Where(item => item.TicketId != null && ids.Contains(item.TicketId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.TicketId, (Guid?)null), cancellationToken);
        await db.TicketsAfterSearches.Where(after => ids.Contains(after.TicketId)).ExecuteDeleteAsync(cancellationToken);
        await db.Tags.Where(tag => ids.Contains(tag.Id) && !db.Items.Any(item => item.Tags.Contains(tag.Name))).ExecuteDeleteAsync(cancellationToken);
    }
}
