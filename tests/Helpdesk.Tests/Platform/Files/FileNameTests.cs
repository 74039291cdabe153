using Helpdesk.Platform.Files;

namespace Helpdesk.Tests.Platform.Files;

/// <summary>Names that may be shown, sent in a header and saved anywhere.</summary>
public sealed class FileNameTests
{
    [Theory]
    [InlineData("photo.png", "photo.png")]
    [InlineData("Größe – Übersicht.pdf", "Größe – Übersicht.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("C:\\Users\\me\\cv.pdf", "cv.pdf")]
    [InlineData("..\\..\\..", "file")]
    [InlineData("", "file")]
    [InlineData("...", "file")]
    [InlineData(" . .txt", "txt")]
    [InlineData("a.txt\r\nSet-Cookie: x=1.txt", "a.txtSet-Cookie_ x=1.txt")]
    [InlineData("cv\u202Efdp.exe", "cvfdp.exe")]
    [InlineData("a\u200B\uFEFFb.txt", "ab.txt")]
    [InlineData("a\0b.txt", "ab.txt")]
    [InlineData("what?<is>:\"this\"|*.txt", "what__is___this___.txt")]
    [InlineData("many     spaces .txt", "many spaces.txt")]
    [InlineData("cv.pdf. . .", "cv.pdf")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("com1", "_com1")]
    public void A_name_is_cleaned(string name, string clean) => Assert.Equal(clean, FileName.Clean(name));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var clean = FileName.Clean(new string('x', 10_000) + ".pdf");
        Assert.Equal(FileName.LongestName - 1, clean.Length);
        Assert.EndsWith("x.pdf", clean, StringComparison.Ordinal);
        Assert.InRange(FileName.Clean("CON." + new string('x', 10_000) + ".pdf").Length, 1, FileName.LongestName);
        Assert.InRange(FileName.Clean("a." + new string('y', 10_000)).Length, 1, FileName.LongestName);
    }

    [Fact]
    public void Half_a_character_is_none() => Assert.Equal("lone _ half.txt", FileName.Clean("lone \uD83D half.txt"));

    [Fact]
    public void No_character_is_cut_in_half()
    {
        for (var length = 100; length < 200; length++)
        {
            var clean = FileName.Clean(new string('x', length) + string.Concat(Enumerable.Repeat("😀", 80)) + ".png");
            Assert.DoesNotContain('\uFFFD', new string([.. clean.EnumerateRunes().SelectMany(rune => rune.ToString())]));
        }
    }

    [Theory]
    [InlineData("invoice.exe.pdf", true)]
    [InlineData("page.HTML.png", true)]
    [InlineData("shell.php.jpg", true)]
    [InlineData("report.2026.final.pdf", false)]
    [InlineData("archive.tar.zip", false)]
    [InlineData("exe.pdf", false)]
    public void A_program_cannot_hide_behind_another_ending(string name, bool hides) => Assert.Equal(hides, FileName.HidesProgram(name));
}
