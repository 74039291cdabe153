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
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_~`:.|\n");
    private static readonly SearchValues<char> LinePrefix = SearchValues.Create("-+*>.) \t0123456789");

    public static bool Hold(ReadOnlySpan<char> text)
    {
        var paragraph = new Paragraph(0);
        int lineStart = 0;
        for (int position = 0; lineStart < text.Length; position++)
        {
            int next = text[position..].IndexOfAny(Marks);
            position = next < 0 ? text.Length : position + next;
            if (position == text.Length || text[position] == '\n')
            {
                var line = text[lineStart..position];
                if (!paragraph.Holds(position) || CountMarkers(line) > MarkersPerLine)
                {
                    return false;
                }
                lineStart = position + 1;
                paragraph.EndLine(line, lineStart);
            }
            else
            {
                paragraph.Count(text, position);
            }
        }
        return true;
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

        public void EndLine(ReadOnlySpan<char> line, int nextLine)
        {
            pipesInLine = 0;
            lines++;
            if (line.IsWhiteSpace())
            {
                this = new Paragraph(nextLine);
            }
        }
    }
}
