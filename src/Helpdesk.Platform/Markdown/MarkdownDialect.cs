using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Helpdesk.Platform.Markdown;

/// <summary>The Markdown that the product understands: GitHub's, without raw HTML, with every line break kept.</summary>
internal sealed class MarkdownDialect
{
    private readonly MarkdownPipeline pipeline = Build();

    public HtmlRenderer CreateRenderer(TextWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        return renderer;
    }

    /// <summary>Null when the text is too tangled to be worth a parser's time; it is then shown as it was typed.</summary>
    public MarkdownDocument? TryParse(string markdown)
    {
        if (!MarkdownBounds.Hold(markdown))
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(markdown, pipeline);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Too deep a nesting is refused by an exception, and a flaw of the parser would show as one. Whoever wrote
            // the message, the page that holds it must still open.
            return null;
        }
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseTaskLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
            .UseSoftlineBreakAsHardlineBreak();
        // People sign with "--" under their last line. That is not a heading.
        builder.BlockParsers.FindExact<ParagraphBlockParser>()!.ParseSetexHeadings = false;
        return builder.Build();
    }
}
