using Helpdesk.KnowledgeBase.ShowItem;

namespace Helpdesk.Tests.KnowledgeBase;

public sealed class VideoEmbedTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1")]
    [InlineData("https://www.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=10", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?t=5", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1")]
    [InlineData("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1")]
    [InlineData("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1")]
    [InlineData("https://player.vimeo.com/video/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1")]
    public void Known_addresses_become_players_that_set_no_cookies(string address, string player) =>
        Assert.Equal(player, VideoEmbed.Of(address)?.Player.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("http://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=short")]
    [InlineData("https://www.youtube.com/redirect?q=https://evil.example")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ/../../evil")]
    [InlineData("https://vimeo.com/about")]
    [InlineData("javascript:alert(1)")]
    public void Every_other_address_is_only_a_link(string? address) => Assert.Null(VideoEmbed.Of(address));
}
