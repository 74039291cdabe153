using Helpdesk.Platform.Email;

namespace Helpdesk.Tests.Platform.Email;

public sealed class MailTemplateTests
{
    [Fact]
    public void Sentences_are_broken_at_spaces()
    {
        var lines = MailTemplate.Wrap(string.Concat(Enumerable.Repeat("some words ", 40))).Split('\n');
        Assert.True(lines.Length > 5);
        Assert.All(lines, line => Assert.True(line.Length is > 40 and <= 76 || line == lines[^1]));
    }

    [Fact]
    public void An_address_is_never_broken()
    {
        var link = "https://help.example.com/verify?token=" + new string('a', 100);
        Assert.Equal($"Open this:\n{link}\nthen go on.", MailTemplate.Wrap($"Open this: {link} then go on."));
    }

    [Fact]
    public void Own_line_ends_stay() => Assert.Equal("one\n\ntwo", MailTemplate.Wrap("one\r\n\r\ntwo"));

    [Theory]
    [InlineData(0, "2 Mar 2027, 14:32 UTC")]
    [InlineData(1, "2 Mar 2027, 14:32 UTC+01:00")]
    [InlineData(-5, "2 Mar 2027, 14:32 UTC-05:00")]
    public void A_time_says_its_zone(int hours, string words) =>
        Assert.Equal(words, MailTemplate.Time(new DateTimeOffset(2027, 3, 2, 14, 32, 0, TimeSpan.FromHours(hours))));
}
