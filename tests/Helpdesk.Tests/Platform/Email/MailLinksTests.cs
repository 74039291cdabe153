using Helpdesk.Platform.Email;

namespace Helpdesk.Tests.Platform.Email;

public sealed class MailLinksTests
{
    private readonly MailLinks links = new(new Uri("https://help.example.com/"), "Acme Help");

    [Theory]
    [InlineData("/verify?token=a%2Bb", "https://help.example.com/verify?token=a%2Bb")]
    [InlineData("/", "https://help.example.com/")]
    public void A_path_becomes_a_link_to_this_site(string path, string link) => Assert.Equal(link, links.To(path));

    [Theory]
    [InlineData("//evil.example/verify")]
    [InlineData("/\\evil.example/verify")]
    [InlineData("https://evil.example/")]
    [InlineData("verify")]
    [InlineData("")]
    public void Nothing_else_becomes_a_link(string path) => Assert.Throws<ArgumentException>(() => links.To(path));
}
