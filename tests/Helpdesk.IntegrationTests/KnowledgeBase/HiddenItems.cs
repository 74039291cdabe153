using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>A site with one item for everyone, and others that nobody but the team may know of. One word stands in all of them, a secret one only in the others.</summary>
public sealed class HiddenItems(Databases databases) : Site(databases)
{
    public const string Common = "zither";
    public const string Secret = "quokka";

    public Person Author { get; private set; } = null!;

    internal WrittenItem Open { get; private set; } = null!;

    /// <summary>A draft, an internal item, an internal one that had another address, and one in the bin.</summary>
    internal IReadOnlyList<WrittenItem> Hidden { get; private set; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Author = await this.AgentAsync();
        Open = await this.WriteAsync(Author, new NewItem($"Restring a {Common}", $"A {Common} has many strings.", "Begin on the left.") { Category = "Strings", Tags = [Common] });
        var hiding = new NewItem("", $"Where the {Secret} sleeps.", $"A {Common} for a {Secret}.") { Category = "Strings", Tags = [Common, Secret], Extracted = $"{Secret}s all over" };
        var renamed = await this.WriteAsync(Author, hiding with { Title = $"{Secret} renamed", Visibility = Visibility.Internal });
        var deleted = await this.WriteAsync(Author, hiding with { Title = $"{Secret} in the bin" });
        Hidden =
        [
            await this.WriteAsync(Author, hiding with { Title = $"{Secret} draft", Status = ItemStatus.Draft }),
            await this.WriteAsync(Author, hiding with { Title = $"{Secret} internal", Visibility = Visibility.Internal, Category = $"{Secret}s" }),
            renamed,
            deleted,
        ];
        foreach (var item in Hidden)
        {
            Services.GetRequiredService<ViewCounts>().Count(item.Slug);
        }

        await WithAsync<WriteViews>(work => work.DoNextAsync(CancellationToken.None));
        await this.ChangeAsync(deleted, (item, now) => item.Delete(Author.Id, now));
        await WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            var item = await db.Items.SingleAsync(found => found.Id == renamed.Id);
            db.Add(item.MoveTo($"{Secret}-new", Clock.GetUtcNow())!);
            await db.SaveChangesAsync();
        });
        await this.GatherItemWordsAsync();
    }
}
