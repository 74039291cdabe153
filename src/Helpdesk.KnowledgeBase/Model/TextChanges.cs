using System.Text.RegularExpressions;

namespace Helpdesk.KnowledgeBase.Model;

internal enum ChangeKind
{
    Same,
    Removed,
    Added,
}

/// <summary>A line of the one text or the other, or of both; its number in each, from 1.</summary>
internal sealed record LineChange(ChangeKind Kind, int? OldNumber, int? NewNumber, IReadOnlyList<WordChange> Words);

/// <summary>A part of a line. In a removed line what is the same is also in the line that came instead.</summary>
internal sealed record WordChange(ChangeKind Kind, string Text);

/// <summary>What became of a text: by lines, and by words within lines that changed.</summary>
internal static partial class TextChanges
{
    public static IReadOnlyList<LineChange> Between(string old, string now)
    {
        var (oldLines, newLines) = (old.Split('\n'), now.Split('\n'));
        var changes = new List<LineChange>();
        int at = 0, shift = 0;
        foreach (var block in TextBlocks.Between(oldLines, newLines))
        {
            AddSame(changes, oldLines[at..block.OldStart], at, shift);
            AddChanged(changes, block, oldLines, newLines);
            (at, shift) = (block.OldEnd, block.NewEnd - block.OldEnd);
        }

        AddSame(changes, oldLines[at..], at, shift);
        return changes;
    }

    private static void AddSame(List<LineChange> changes, string[] lines, int at, int shift)
    {
        foreach (var line in lines)
        {
            at++;
            changes.Add(new LineChange(ChangeKind.Same, at, at + shift, [new WordChange(ChangeKind.Same, line)]));
        }
    }

    private static void AddChanged(List<LineChange> changes, TextBlock block, string[] oldLines, string[] newLines)
    {
        var oldWords = Words(oldLines.AsSpan(block.OldStart, block.OldCount));
        var newWords = Words(newLines.AsSpan(block.NewStart, block.NewCount));
        var (oldMarks, newMarks) = (new bool[oldWords.Length], new bool[newWords.Length]);
        foreach (var words in TextBlocks.Between(oldWords, newWords))
        {
            oldMarks.AsSpan(words.OldStart, words.OldCount).Fill(true);
            newMarks.AsSpan(words.NewStart, words.NewCount).Fill(true);
        }

        var number = block.OldStart;
        changes.AddRange(Lines(oldWords, oldMarks, ChangeKind.Removed, block.OldCount).Select(words => new LineChange(ChangeKind.Removed, ++number, null, words)));
        number = block.NewStart;
        changes.AddRange(Lines(newWords, newMarks, ChangeKind.Added, block.NewCount).Select(words => new LineChange(ChangeKind.Added, null, ++number, words)));
    }

    /// <summary>Words, spaces and signs, with the line ends between.</summary>
    private static string[] Words(ReadOnlySpan<string> lines) =>
        lines.IsEmpty ? [] : [.. Pieces().Matches(string.Join('\n', lines.ToArray())).Select(match => match.Value)];

    private static IEnumerable<List<WordChange>> Lines(string[] words, bool[] marks, ChangeKind kind, int count)
    {
        if (count == 0)
        {
            yield break;
        }

        var line = new List<WordChange>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] == "\n")
            {
                yield return line;
                line = [];
            }
            else
            {
                Add(line, new WordChange(marks[i] ? kind : ChangeKind.Same, words[i]));
            }
        }

        yield return line;
    }

    private static void Add(List<WordChange> line, WordChange word)
    {
        if (line.Count > 0 && line[^1].Kind == word.Kind)
        {
            line[^1] = word with { Text = line[^1].Text + word.Text };
        }
        else
        {
            line.Add(word);
        }
    }

    [GeneratedRegex(@"\n|[\p{L}\p{M}\p{N}]+|[^\S\n]+|.", RegexOptions.Singleline)]
    private static partial Regex Pieces();
}
