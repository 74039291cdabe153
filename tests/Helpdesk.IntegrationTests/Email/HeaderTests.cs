using System.Text;
using Helpdesk.Platform.Email;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>Whatever people write into names and subjects, a mail keeps its headers and its one recipient.</summary>
public sealed class HeaderTests(MailSite site) : IClassFixture<MailSite>
{
    private static readonly string[] OurHeaders =
    [
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "MIME-Version", "Content-Type",
    ];

    public static TheoryData<string> Attempts =>
    [
        "Hello\r\nBcc: eve@example.org",
        "Hello\nBcc: eve@example.org\n\nanother body",
        "Hello\rX-Evil: 1",
        "Hello\u0085X-Evil: 1",
        "Hello\u2028X-Evil: 1",
        "Priya\" <eve@example.org>, \"Mallory",
        "Priya <eve@example.org>",
        "back\\slash\\",
        "\"quoted\" and (commented)",
        "a@b, c@d; e@f",
        "=?utf-8?B?QmNjOiBldmVAZXhhbXBsZS5vcmc=?=",
        "\u202Egnp.exe\u202C",
        "Ünïcödé, 日本語, العربية, 👩‍💻",
        "lonely \uD83D surrogate",
        "\u0001\u0007control\u001B[31m",
        new string('x', 2000) + " " + new string('ü', 2000),
        "   ",
    ];

    [Theory]
    [MemberData(nameof(Attempts))]
    public async Task A_hostile_word_stays_a_word(string words)
    {
        var to = NewAddress();
        await site.WriteAsync(TestMail.To(to, new { subject = Subject(words), heading = "." }, words));

        var arrived = await site.WaitForMailAsync(to);
        Assert.Equal([to], arrived.To);
        var head = Encoding.Latin1.GetString(arrived.Raw).Split("\r\n\r\n")[0];
        Assert.All(head.Split("\r\n"), line => Assert.True(line.Length < 998 && line.All(char.IsAscii) && !line.Any(char.IsControl), line));
        var names = head.Split("\r\n").Where(line => !char.IsWhiteSpace(line[0])).Select(line => line.Split(':')[0]).ToList();
        Assert.Equal(OurHeaders.Order(), names.Order(), StringComparer.OrdinalIgnoreCase);
        Assert.EndsWith(to, arrived.Read()["To"]!.TrimEnd('>'), StringComparison.Ordinal);
        Assert.Equal(HeaderText.Subject(Subject(words)), arrived.Read().Subject);
    }

    // JSON cannot carry half a character, so the name alone has to.
    private static string Subject(string words) => $"[#1042] {words.Replace('\uD83D', '?')}";

    [Fact]
    public async Task A_long_line_and_a_lonely_dot_arrive_as_they_were()
    {
        var to = NewAddress();
        var words = $".\n..\n.leading\n{new string('y', 3000)}\nFrom here\n=3D = equals  \t";
        await site.WriteAsync(TestMail.To(to, new { markdown = $"```\n{words}\n```" }));

        var arrived = await site.WaitForMailAsync(to);
        Assert.All(Encoding.Latin1.GetString(arrived.Raw).Split("\r\n"), line => Assert.True(line.Length <= 998));
        Assert.Contains(words, arrived.Read().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_stays_small_enough_for_mailboxes_that_clip()
    {
        var to = NewAddress();
        await site.WriteAsync(TestMail.To(to, new { markdown = string.Concat(Enumerable.Repeat("A sentence of a common length. ", 300)) }));
        Assert.True((await site.WaitForMailAsync(to)).Raw.Length < 100_000);
    }
}
