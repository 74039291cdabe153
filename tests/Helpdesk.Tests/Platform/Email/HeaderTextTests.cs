using Helpdesk.Platform.Email;

namespace Helpdesk.Tests.Platform.Email;

public sealed class HeaderTextTests
{
    [Theory]
    [InlineData("Printer on fire", "Printer on fire")]
    [InlineData("  many   spaces\t", "many spaces")]
    [InlineData("one\r\nBcc: two", "one Bcc: two")]
    [InlineData("one\u0000\u0085\u2028\u2029two", "one two")]
    [InlineData("\u202Egnp.exe\u202C", "gnp.exe")]
    [InlineData("\u2066inner\u2069", "inner")]
    [InlineData("=?utf-8?B?aGk=?=", "= ?utf-8?B?aGk= ?=")]
    [InlineData("👩‍💻 ünï", "👩‍💻 ünï")]
    public void A_text_becomes_one_harmless_line(string text, string line) => Assert.Equal(line, HeaderText.OneLine(text));

    [Fact]
    public void Half_a_character_becomes_a_sign_for_it() => Assert.Equal("a\uFFFDb", HeaderText.OneLine("a\uD83Db"));

    [Theory]
    [InlineData("Priya \"P\" Patel", "Priya 'P' Patel")]
    [InlineData("Priya <x@example.com>", "Priya (x@example.com)")]
    [InlineData("back\\slash", "back/slash")]
    public void A_name_holds_nothing_that_means_something_beside_an_address(string text, string name) => Assert.Equal(name, HeaderText.Name(text));

    [Fact]
    public void A_long_subject_is_cut_between_characters()
    {
        var subject = HeaderText.Subject(new string('x', 248) + "😀😀😀");
        Assert.Equal(new string('x', 248) + "…", subject);
        Assert.Equal(250, HeaderText.Subject(new string('x', 300)).Length);
    }

    [Theory]
    [InlineData("priya@example.com", true)]
    [InlineData("jürgen@example.com", true)]
    [InlineData("priya+tag@sub.example.com", true)]
    [InlineData("Priya <priya@example.com>", false)]
    [InlineData("<priya@example.com>", false)]
    [InlineData("priya@example.com, eve@example.com", false)]
    [InlineData("priya@example.com;eve@example.com", false)]
    [InlineData("priya@example.com\r\nRCPT TO:<eve@example.com>", false)]
    [InlineData("(comment)priya@example.com", false)]
    [InlineData(" priya@example.com", false)]
    [InlineData("priya", false)]
    [InlineData("", false)]
    public void An_address_is_one_bare_address_or_none(string address, bool isOne) =>
        Assert.Equal(isOne, BareAddress.TryRead(address, "Priya, <eve@example.com>") is { } read && read.Address == address);
}
