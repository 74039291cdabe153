using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;

namespace Helpdesk.Tests.KnowledgeBase;

/// <summary>Rules of an item that hold however it is reached.</summary>
public sealed class ItemTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_former_address_is_kept_only_once_readers_may_know_it()
    {
        var item = Begin("Words.");
        Assert.Null(item.MoveTo("second", Now));
        item.Publish(Now);
        Assert.Equal("second", item.MoveTo("third", Now)!.Slug);
        Assert.Null(item.MoveTo("third", Now));
    }

    [Fact]
    public void A_review_holds_for_half_a_year()
    {
        var item = Begin("Words.");
        item.Confirm(new DateOnly(2027, 8, 31), Now);
        Assert.Equal((new DateOnly(2028, 2, 29), Now), (item.ReviewBy, item.ReviewedAt));
    }

    [Fact]
    public void Who_saw_an_older_version_is_told()
    {
        var item = Begin("Words.");
        Assert.Null(item.CheckVersion(null));
        Assert.Null(item.CheckVersion(item.Version));
        var seen = item.Version;
        item.Publish(Now);
        Assert.IsType<Refusal.Stale>(item.CheckVersion(seen));
    }

    [Theory]
    [InlineData("Manage", "manage-item")]
    [InlineData("Search!", "search-item")]
    [InlineData("???", "item")]
    public void An_address_is_made_of_the_title_and_never_hides_a_page(string title, string slug) =>
        Assert.Equal(slug, Slugs.Of(title));

    [Fact]
    public void An_article_without_words_has_nothing_to_read()
    {
        Assert.NotNull(Begin(" \n").CheckContent());
        Assert.Null(Begin("Words.").CheckContent());
    }

    private static Item Begin(string body) => Item.Begin(ItemType.Article, Guid.NewGuid(), new WrittenText("First", "", body), Now);
}
