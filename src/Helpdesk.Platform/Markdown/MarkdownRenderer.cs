using Microsoft.Extensions.ObjectPool;

namespace Helpdesk.Platform.Markdown;

/// <summary>Turns what people write into safe HTML, plain text and one-line previews. One instance serves all threads.</summary>
public sealed class MarkdownRenderer
{
    private const int DefaultTopHeading = 3;
    private readonly MarkdownDialect dialect = new();
    private readonly ObjectPool<HtmlPress> presses;

    public MarkdownRenderer()
    {
        presses = new DefaultObjectPool<HtmlPress>(new PressPolicy(dialect));
    }

    /// <summary>HTML for a page. The highest headings become the level <paramref name="topHeading"/> (2 to 6), deeper ones follow without a gap.</summary>
    public string ToHtml(string markdown, int topHeading = DefaultTopHeading)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(topHeading, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topHeading, 6);
        return Render(markdown, new HtmlTarget(topHeading, null));
    }

    /// <summary>HTML for a mail: rooted links lead to <paramref name="publicUrl"/>, and nothing in it can be operated.</summary>
    public string ToMailHtml(string markdown, Uri publicUrl)
    {
        ArgumentNullException.ThrowIfNull(publicUrl);
        return Render(markdown, new HtmlTarget(DefaultTopHeading, publicUrl));
    }

    /// <summary>The text part of a mail: links as "text (address)", lists with dashes, code as it is.</summary>
    public string ToPlainText(string markdown, Uri? publicUrl = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return PlainTextWriter.ForMail(dialect, publicUrl).Write(markdown);
    }

    /// <summary>The beginning on one line, at most <paramref name="maximumLength"/> UTF-16 units with the ellipsis.</summary>
    public string Preview(string markdown, int maximumLength)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumLength, 1);
        string beginning = Excerpt.Beginning(markdown, maximumLength);
        string text = PlainParagraphs.Fits(beginning) ? beginning : PlainTextWriter.ForExcerpt(dialect).Write(beginning);
        return Excerpt.Cut(text, maximumLength, cutBefore: beginning.Length < markdown.Length);
    }

    /// <summary>What the text is made of; nothing for one that is too tangled to be read as Markdown.</summary>
    public MarkdownOutline Outline(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return dialect.TryParse(markdown) is { } document ? MarkdownOutline.Of(document) : MarkdownOutline.Empty;
    }

    internal string RenderInFull(string markdown, HtmlTarget target)
    {
        var press = presses.Get();
        string? html = press.TryRender(markdown, target);
        if (html is null)
        {
            // The press stopped half-way and is thrown away with whatever state it was left in.
            return PlainParagraphs.Write(markdown);
        }
        presses.Return(press);
        return html;
    }

    private string Render(string markdown, HtmlTarget target)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        return PlainParagraphs.Fits(markdown) ? PlainParagraphs.Write(markdown) : RenderInFull(markdown, target);
    }

    private sealed class PressPolicy(MarkdownDialect dialect) : PooledObjectPolicy<HtmlPress>
    {
        public override HtmlPress Create() => new(dialect);

        public override bool Return(HtmlPress obj) => true;
    }
}
