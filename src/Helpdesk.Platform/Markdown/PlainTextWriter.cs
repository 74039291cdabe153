using System.Globalization;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Helpdesk.Platform.Markdown;

/// <summary>Writes a parsed message as text: with its structure for a mail, or only its words for an excerpt.</summary>
internal sealed class PlainTextWriter
{
    private const int LongestPrefix = 40;
    private const int MaximumDepth = 128;
    private readonly StringBuilder text = new();
    private readonly MarkdownDialect dialect;
    private readonly Uri? publicUrl;
    private readonly bool onlyWords;
    private string prefix = "";
    private string? firstPrefix;
    private int limit;
    private int depth;

    private PlainTextWriter(MarkdownDialect dialect, Uri? publicUrl, bool onlyWords)
    {
        this.dialect = dialect;
        this.publicUrl = publicUrl;
        this.onlyWords = onlyWords;
    }

    public static PlainTextWriter ForMail(MarkdownDialect dialect, Uri? publicUrl) => new(dialect, publicUrl, onlyWords: false);

    public static PlainTextWriter ForExcerpt(MarkdownDialect dialect) => new(dialect, null, onlyWords: true);

    public string Write(string markdown)
    {
        limit = 10_000 + (markdown.Length * 8);
        if (dialect.TryParse(markdown) is { } document)
        {
            WriteBlocks(document, separate: true);
            if (IsWithinBounds)
            {
                return text.ToString();
            }
        }
        text.Clear();
        HtmlText.AppendPlain(text, markdown.ReplaceLineEndings("\n").Trim());
        return text.ToString();
    }

    // Brackets that nobody closes nest by the thousand, and one long address may be referred to as often.
    private bool IsWithinBounds => depth < MaximumDepth && text.Length <= limit;

    private void WriteBlocks(ContainerBlock container, bool separate)
    {
        depth++;
        bool isFirst = true;
        foreach (var block in container.TakeWhile(_ => IsWithinBounds))
        {
            WriteBlock(block, separate && !isFirst);
            isFirst = false;
        }
        Leave();
    }

    private void WriteBlock(Block block, bool separate)
    {
        if (block is LinkReferenceDefinitionGroup or BlankLineBlock or HeadingBlock { Inline.FirstChild: null })
        {
            return;
        }
        if (separate && text.Length > 0)
        {
            text.Append('\n').Append(prefix.AsSpan().TrimEnd());
        }

        switch (block)
        {
            case QuoteBlock quote:
                WriteIndented(quote, "> ", "> ", separate: true);
                break;
            case ListBlock list:
                WriteList(list);
                break;
            case Table table:
                WriteTable(table);
                break;
            case ContainerBlock container:
                WriteBlocks(container, separate: true);
                break;
            case CodeBlock code:
                WriteCode(code);
                break;
            case ThematicBreakBlock:
                StartLine();
                text.Append(onlyWords ? "" : "---");
                break;
            case LeafBlock leaf:
                StartLine();
                WriteInlines(leaf.Inline);
                break;
        }
    }

    private void WriteIndented(ContainerBlock block, string first, string rest, bool separate)
    {
        (string? outerFirst, string outer) = (firstPrefix, prefix);
        if (!onlyWords && prefix.Length < LongestPrefix)
        {
            firstPrefix = (outerFirst ?? outer) + first;
            prefix = outer + rest;
        }
        if (block.Count == 0)
        {
            StartLine();
        }
        WriteBlocks(block, separate);
        (firstPrefix, prefix) = (firstPrefix is null ? null : outerFirst, outer);
    }

    private void WriteList(ListBlock list)
    {
        long number = long.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out long start) ? start : 1;
        bool isFirst = true;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            string marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            if (list.IsLoose && !isFirst)
            {
                text.Append('\n').Append(prefix.AsSpan().TrimEnd());
            }
            WriteIndented(item, marker, new string(' ', marker.Length), list.IsLoose);
            isFirst = false;
        }
    }

    private void WriteTable(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            StartLine();
            bool isFirst = true;
            foreach (var cell in row.OfType<TableCell>())
            {
                text.Append(isFirst ? "" : onlyWords ? " " : " | ");
                isFirst = false;
                foreach (var leaf in cell.OfType<LeafBlock>())
                {
                    WriteInlines(leaf.Inline);
                }
            }
        }
    }

    private void WriteCode(CodeBlock code)
    {
        for (int line = 0; line < code.Lines.Count; line++)
        {
            StartLine();
            Append(code.Lines.Lines[line].Slice.AsSpan());
        }
    }

    private void WriteInlines(ContainerInline? container)
    {
        depth++;
        for (var inline = container?.FirstChild; inline is not null && IsWithinBounds; inline = inline.NextSibling)
        {
            WriteInline(inline);
        }
        Leave();
    }

    private void WriteInline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Append(literal.Content.AsSpan());
                break;
            case LineBreakInline:
                StartLine();
                break;
            case CodeInline code:
                Append(code.Content);
                break;
            case HtmlEntityInline entity:
                Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                Append(link.Url);
                break;
            case TaskList task:
                text.Append(onlyWords ? "" : task.Checked ? "[x]" : "[ ]");
                break;
            case LinkInline link:
                WriteLink(link);
                break;
            case DelimiterInline delimiter:
                Append(delimiter.ToLiteral());
                WriteInlines(delimiter);
                break;
            case ContainerInline container:
                WriteInlines(container);
                break;
        }
    }

    private void WriteLink(LinkInline link)
    {
        int start = text.Length;
        WriteInlines(link);
        string words = text.ToString(start, text.Length - start);
        string? address = LinkTarget.Read(link.Url?.Replace(" ", "%20", StringComparison.Ordinal), publicUrl);
        if (link.IsImage)
        {
            text.Length = start;
            text.Append(PictureTag.Words(words, onlyWords ? null : address));
        }
        else if (!onlyWords && address is not null && words.Length == 0)
        {
            text.Append(address);
        }
        else if (!onlyWords && address is not null && !IsAddressOf(words, address))
        {
            text.Append(" (").Append(address).Append(')');
        }
    }

    private static bool IsAddressOf(string words, string address)
    {
        return address.EndsWith(words, StringComparison.Ordinal)
            && address.AsSpan(0, address.Length - words.Length) is "" or "https://" or "http://" or "mailto:";
    }

    // Once out of bounds it stays out: the writer unwinds, and what it wrote is dropped.
    private void Leave()
    {
        depth -= IsWithinBounds ? 1 : 0;
    }

    private void StartLine()
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }
        text.Append(firstPrefix ?? prefix);
        firstPrefix = null;
    }

    private void Append(ReadOnlySpan<char> characters)
    {
        HtmlText.AppendPlain(text, characters);
    }
}
