using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Helpdesk.Platform.Markdown;

/// <summary>
/// Reads any HTML as a browser would and writes anew the little that is allowed. Nothing of the input is copied but
/// characters: every tag and attribute in the output is one that <see cref="HtmlTags"/> wrote. Serves one caller at a time.
/// </summary>
internal sealed class HtmlSanitiser
{
    /// <summary>What the HTML parser takes for the end of its input, wherever it stands.</summary>
    public const char EndOfInput = '\uFFFF';

    private const int MaximumDepth = 256;
    private const int KeptCapacity = 64 * 1024;
    private readonly HtmlParser parser = new(new HtmlParserOptions
    {
        DisableElementPositionTracking = true,
        IsNotSupportingFrames = true,
        IsScripting = false,
        SkipComments = true
    });
    private readonly Stack<OpenNode> open = new();
    private readonly StringBuilder html = new();

    public string Sanitise(ReadOnlyMemory<char> untrusted, HtmlTarget target)
    {
        html.Clear();
        html.Capacity = Math.Min(html.Capacity, KeptCapacity);
        open.Clear();
        using var document = parser.ParseDocument(WithoutEnd(untrusted));
        if (document.Body is { } body)
        {
            Walk(body, new HtmlTags(html, target));
        }
        return Trimmed();
    }

    private static ReadOnlyMemory<char> WithoutEnd(ReadOnlyMemory<char> untrusted)
    {
        return untrusted.Span.Contains(EndOfInput)
            ? untrusted.ToString().Replace(EndOfInput, '\uFFFD').AsMemory()
            : untrusted;
    }

    // No recursion: how deep a tree is, is for its writer to say, and a stack overflow ends the process.
    private void Walk(INode root, HtmlTags tags)
    {
        int depth = 0;
        open.Push(new OpenNode(root, root.ChildNodes, 0, default));
        while (open.TryPop(out var current))
        {
            if (current.NextChild == current.Children.Length)
            {
                depth -= current.Tag.IsWritten ? 1 : 0;
                tags.Close(current.Tag);
                continue;
            }

            var child = current.Children[current.NextChild];
            open.Push(current with { NextChild = current.NextChild + 1 });
            if (child.NodeType == NodeType.Text)
            {
                tags.Text(child.NodeValue);
            }
            else if (child is IElement element && tags.Open(element, isTooDeep: depth >= MaximumDepth) is { } tag)
            {
                depth += tag.IsWritten ? 1 : 0;
                open.Push(new OpenNode(child, child.ChildNodes, 0, tag));
            }
        }
    }

    private string Trimmed()
    {
        int length = html.Length;
        while (length > 0 && html[length - 1] is '\n' or ' ')
        {
            length--;
        }
        return html.ToString(0, length);
    }

    private readonly record struct OpenNode(INode Node, INodeList Children, int NextChild, OpenTag Tag);
}
