using System.Buffers;

namespace Helpdesk.Platform.Markdown;

/// <summary>Cheap bounds on what makes a Markdown parser slow, counted before it sees the text.</summary>
internal static class MarkdownBounds
{
    // Brackets, emphasis and links cost the square of their number within one paragraph, some of them the paragraph's
    // length each, and a table costs lines times columns: 40,000 characters can ask for 250 MB of HTML. No honest
    // message comes near these figures, and one that does is still shown, as it was typed.
    private const int MarksPerParagraph = 2_000;
    private const long MarksTimesLength = 50_000_000;
    private const int PipesPerParagraph = 4_000;
    private const long CellsPerTable = 20_000;
    private const int MarkersPerLine = 100;
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_~`:.|\r\n");
    private static readonly SearchValues<char> LinePrefix = SearchValues.Create("-+*>.) \t0123456789");

    public static bool Hold(ReadOnlySpan<char> text)
    {
        var fence = new FenceScan();
        var paragraph = new Paragraph(0);
        int lineStart = 0;
        for (int position = 0; lineStart < text.Length; position++)
        {
            int next = text[position..].IndexOfAny(Marks);
            position = next < 0 ? text.Length : position + next;
            if (position < text.Length && text[position] is not ('\r' or '\n'))
            {
                paragraph.Count(text, position);
                continue;
            }

            var line = text[lineStart..position];
            position += position + 1 < text.Length && text.Slice(position, 2) is "\r\n" ? 1 : 0;
            lineStart = position + 1;
            bool isCode = fence.Read(line);
            if (!isCode && (!paragraph.Holds(position) || CountMarkers(line) > MarkersPerLine))
            {
                return false;
            }
            if (isCode || EndsParagraph(line, text[Math.Min(lineStart, text.Length)..]))
            {
                paragraph = new Paragraph(lineStart);
            }
            else
            {
                paragraph.EndLine();
            }
        }
        return true;
    }

    // Only what ends it for the parser too: other kinds of space go on with a paragraph, and so does an indented dash.
    private static bool EndsParagraph(ReadOnlySpan<char> line, ReadOnlySpan<char> following)
    {
        return line.IndexOfAnyExcept(' ', '\t') < 0
            || (following.Length > 2 && following[0] is '-' or '*' or '+' && following[1] == ' ' && !char.IsWhiteSpace(following[2]));
    }

    /// <summary>How many quotes and list items a line may begin: "- - - -" opens four lists, one within the other.</summary>
    private static int CountMarkers(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAnyExcept(LinePrefix);
        var prefix = end < 0 ? line : line[..end];
        int markers = prefix.Count('>');
        for (int i = 1; i < prefix.Length; i++)
        {
            markers += prefix[i] is ' ' or '\t' && prefix[i - 1] is '-' or '+' or '*' or '.' or ')' ? 1 : 0;
        }
        return markers;
    }

    private struct Paragraph(int start)
    {
        private int marks;
        private int lines = 1;
        private int pipes;
        private int pipesInLine;
        private int mostPipes;

        public readonly bool Holds(int position)
        {
            return marks <= MarksPerParagraph
                && (long)marks * (position - start) <= MarksTimesLength
                && pipes <= PipesPerParagraph
                && (long)lines * mostPipes <= CellsPerTable;
        }

        public void Count(ReadOnlySpan<char> text, int position)
        {
            char before = position == 0 ? ' ' : text[position - 1];
            switch (text[position])
            {
                case '|':
                    pipes++;
                    mostPipes = Math.Max(mostPipes, ++pipesInLine);
                    break;
                // Of colons and dots only those that may begin a link count: "https:", "mailto:", "tel:", "www."
                case ':' when char.ToLowerInvariant(before) is not ('s' or 'p' or 'o' or 'l'):
                case '.' when char.ToLowerInvariant(before) != 'w':
                case '*' or '_' or '~' or '`' when before == text[position]:
                    break;
                default:
                    marks++;
                    break;
            }
        }

        public void EndLine()
        {
            pipesInLine = 0;
            lines++;
        }
    }
}
