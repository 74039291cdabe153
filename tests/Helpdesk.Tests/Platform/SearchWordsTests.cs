using Helpdesk.Platform.Search;
using Helpdesk.Platform.Ui;

namespace Helpdesk.Tests.Platform;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("prin", "", "prin:*")]
    [InlineData("printer prin", "printer", "prin:*")]
    [InlineData("größ", "", "größ:*")]
    [InlineData("pr", "", "")]
    [InlineData("printer -fire", "", "")]
    [InlineData("\"printer on\" fire", "", "")]
    [InlineData("ana@example", "", "")]
    [InlineData("a:*", "", "")]
    public void The_last_word_may_be_a_beginning(string text, string before, string beginning)
    {
        var words = SearchWords.Read(text, isExact: false);
        Assert.Equal((before, beginning), (words.Before, words.Beginning));
        Assert.Equal("", SearchWords.Read(text, isExact: true).Beginning);
    }

    [Theory]
    [InlineData("printer", "printer", 0)]
    [InlineData("prnter", "printer", 1)]
    [InlineData("pirnter", "printer", 1)]
    [InlineData("primters", "printer", 2)]
    [InlineData("", "vpn", 3)]
    public void Words_are_as_far_apart_as_letters_must_be_changed(string a, string b, int distance) =>
        Assert.Equal(distance, WordDistance.Between(a, b));

    [Fact]
    public void Marks_are_the_only_html_in_a_marked_text()
    {
        Assert.Equal("&lt;b&gt;<mark>x</mark>", MarkedText.ToHtml($"<b>{MarkedText.Start}x{MarkedText.Stop}"));
        Assert.Equal("<mark>Ann</mark>e &amp; Ann", MarkedText.ToHtml("Anne & Ann", "ann"));
        Assert.Equal("Anne", MarkedText.ToHtml("Anne", ""));
    }
}
