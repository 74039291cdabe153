using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform;

/// <summary>What a text is made of: its headings, pictures and links, and nothing that only looks like them.</summary>
public sealed class MarkdownOutlineTests
{
    [Fact]
    public void Headings_pictures_and_links_are_found_and_code_is_not()
    {
        var outline = new MarkdownRenderer().Outline("# A\n\n### B\n\n![The *red* door](/kb/images/1) and ![](/kb/images/2), [C](/kb/c)\n\n```\n# no\n[no](/no)\n```\n");
        Assert.Equal([1, 3], outline.Headings);
        Assert.Equal([new MarkdownPicture("/kb/images/1", "The red door"), new MarkdownPicture("/kb/images/2", "")], outline.Pictures);
        Assert.Equal(["/kb/c"], outline.Links);
    }

    [Theory]
    [InlineData("/kb/images/0197a1b2-0000-7000-8000-000000000001", true)]
    [InlineData("/kb/images/../../signout", false)]
    [InlineData("/kb/other/0197a1b2-0000-7000-8000-000000000001", false)]
    [InlineData("/kb/images/0197a1b2-0000-7000-8000-000000000001/x", false)]
    public void Only_the_lasting_address_of_a_picture_is_shown_in_place(string address, bool isShown) =>
        Assert.Equal(isShown, new MarkdownRenderer().ToHtml($"![x]({address})").Contains("<img", StringComparison.Ordinal));
}
