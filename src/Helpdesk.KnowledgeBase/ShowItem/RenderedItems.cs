using Helpdesk.Platform.Markdown;
using Microsoft.Extensions.Caching.Memory;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>The HTML of texts that were read lately, in memory: rendering a long one takes longer than all the rest of its page.</summary>
internal sealed class RenderedItems(MarkdownRenderer markdown) : IDisposable
{
    private const long MostCharacters = 8_000_000;

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public string HtmlOf(Guid itemId, int textVersion, string body) => memory.GetOrCreate((itemId, textVersion), entry =>
    {
        var html = markdown.ToHtml(body, topHeading: 2);
        entry.Size = html.Length;
        return html;
    })!;

    public void Dispose() => memory.Dispose();
}
