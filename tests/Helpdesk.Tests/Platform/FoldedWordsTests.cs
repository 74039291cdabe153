using Helpdesk.Platform.Search;

namespace Helpdesk.Tests.Platform;

public sealed class FoldedWordsTests
{
    [Theory]
    [InlineData("  Größe\t der  Übung ", "große der ubung")]
    [InlineData("VPN", "vpn")]
    [InlineData("ﬁle", "file")]
    [InlineData("", "")]
    public void What_means_the_same_reads_the_same(string words, string folded) => Assert.Equal(folded, FoldedWords.Of(words));

    [Fact]
    public void It_stays_as_short_as_a_search_may_be() => Assert.Equal(SearchWords.Longest, FoldedWords.Of(new string('ﬃ', 200)).Length);
}
