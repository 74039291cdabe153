using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpdesk.Platform.Markdown;

/// <summary>What a text is made of, for whoever wants to know whether it is well made.</summary>
/// <param name="Headings">Their levels, in order.</param>
/// <param name="Pictures">What it shows.</param>
/// <param name="Links">Where they lead.</param>
public sealed record MarkdownOutline(IReadOnlyList<int> Headings, IReadOnlyList<MarkdownPicture> Pictures, IReadOnlyList<string> Links)
{
    internal static MarkdownOutline Empty { get; } = new([], [], []);

    internal static MarkdownOutline Of(MarkdownDocument document)
    {
        var links = document.Descendants<LinkInline>().ToList();
        return new MarkdownOutline(
            [.. document.Descendants<HeadingBlock>().Select(heading => heading.Level)],
            [.. links.Where(link => link.IsImage).Select(picture => new MarkdownPicture(picture.Url ?? "", AltOf(picture)))],
            [.. links.Where(link => !link.IsImage).Select(link => link.Url).OfType<string>()]);
    }

    private static string AltOf(LinkInline picture) =>
        string.Concat(picture.Descendants<LiteralInline>().Select(text => text.Content.ToString())).Trim();
}

/// <summary>A picture of a text; what it says to who cannot see it is empty when it only adorns, or when nobody said it.</summary>
public sealed record MarkdownPicture(string Url, string Alt);
