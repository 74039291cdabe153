using Markdig.Renderers;

namespace Helpdesk.Platform.Markdown;

/// <summary>Parser output to safe HTML, with everything that is worth using again. Serves one caller at a time.</summary>
internal sealed class HtmlPress(MarkdownDialect dialect)
{
    private readonly HtmlRenderer renderer = dialect.CreateRenderer(new BoundedWriter());
    private readonly HtmlSanitiser sanitiser = new();

    /// <summary>Null when the text cannot be rendered within bounds; this instance must then not be used again.</summary>
    public string? TryRender(string markdown, HtmlTarget target)
    {
        if (dialect.TryParse(markdown) is not { } document)
        {
            return null;
        }

        try
        {
            var writer = (BoundedWriter)renderer.Writer;
            writer.Restart(10_000 + (markdown.Length * 16));
            renderer.Render(document);
            return sanitiser.Sanitise(writer.Written, target);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The same reason as for the parser: a message must not be able to break the page that shows it.
            return null;
        }
    }
}
