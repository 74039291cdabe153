using System.Text.Json;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.SearchItems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>What a test puts into the knowledge base.</summary>
internal sealed record NewItem(string Title, string Summary = "", string Body = "")
{
    public ItemType Type { get; init; }

    public Visibility Visibility { get; init; }

    public ItemStatus Status { get; init; } = ItemStatus.Published;

    public string? Category { get; init; }

    public string? ParentCategory { get; init; }

    public string[] Tags { get; init; } = [];

    public string? VideoUrl { get; init; }

    public string Transcript { get; init; } = "";

    /// <summary>What a program read out of its file.</summary>
    public string Extracted { get; init; } = "";
}

internal sealed record WrittenItem(Guid Id, string Slug)
{
    public string Page => $"/kb/{Slug}";

    public string Api => $"/api/v1/kb/items/{Slug}";
}

internal static class Items
{
    public static Task<WrittenItem> WriteAsync(this Site site, Person author, NewItem wanted) => site.WithAsync<KnowledgeBaseDbContext, WrittenItem>(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var text = new WrittenText(wanted.Title, wanted.Summary, wanted.Body) { VideoUrl = wanted.VideoUrl, Transcript = wanted.Transcript };
        var item = Item.Begin(wanted.Type, author.Id, text, now);
        var parent = wanted.ParentCategory is null ? null : await ShelfAsync(db, wanted.ParentCategory, null);
        var shelf = wanted.Category is null ? null : await ShelfAsync(db, wanted.Category, parent?.Id);
        item.File(shelf?.Id, wanted.Tags, wanted.Visibility, now);
        if (wanted.Extracted.Length > 0)
        {
            item.EndExtraction(ExtractionState.Done, wanted.Extracted);
        }

        if (wanted.Status != ItemStatus.Draft)
        {
            item.Publish(now);
        }

        if (wanted.Status == ItemStatus.Archived)
        {
            item.Archive(null, now);
        }

        db.Add(item);
        await db.SaveChangesAsync();
        return new WrittenItem(item.Id, item.Slug);
    });

    public static Task ChangeAsync(this Site site, WrittenItem item, Action<Item, DateTimeOffset> change) => site.WithAsync<KnowledgeBaseDbContext>(async db =>
    {
        change(await db.Items.SingleAsync(found => found.Id == item.Id), site.Clock.GetUtcNow());
        await db.SaveChangesAsync();
    });

    public static Task GatherItemWordsAsync(this Site site) => site.WithAsync<GatherKnownWords>(async gathering =>
    {
        while (await gathering.DoNextAsync(CancellationToken.None))
        {
        }
    });

    public static async Task<JsonElement> SearchItemsAsync(this Site site, Person? person, string query)
    {
        using var answer = await site.Api(person).GetAsync($"/api/v1/kb/search?{query}");
        return await answer.JsonAsync();
    }

    public static IReadOnlyList<string> Slugs(this JsonElement found) =>
        [.. found.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString()!)];

    private static async Task<Category> ShelfAsync(KnowledgeBaseDbContext db, string name, Guid? parentId) =>
        db.Categories.Local.SingleOrDefault(known => known.Name == name && known.ParentId == parentId)
        ?? await db.Categories.SingleOrDefaultAsync(known => known.Name == name && known.ParentId == parentId)
        ?? db.Add(new Category { Id = Guid.CreateVersion7(), Name = name, ParentId = parentId }).Entity;
}
