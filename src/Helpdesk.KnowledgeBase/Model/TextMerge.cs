namespace Helpdesk.KnowledgeBase.Model;

/// <summary>A run of lines of a merged text, with their line ends but for the last of the text.</summary>
internal abstract record MergedPart
{
    /// <summary>At most one writer changed these lines, or both did the same.</summary>
    public sealed record Agreed(IReadOnlyList<string> Lines) : MergedPart;

    /// <summary>Both writers changed these lines, each in another way. Nobody but a person can say what is meant.</summary>
    public sealed record Conflict(IReadOnlyList<string> Base, IReadOnlyList<string> Mine, IReadOnlyList<string> Theirs) : MergedPart;
}

/// <summary>Two texts that were made from one, put together line by line.</summary>
internal sealed record TextMerge(IReadOnlyList<MergedPart> Parts)
{
    public bool HasConflicts => Parts.Any(part => part is MergedPart.Conflict);

    /// <summary>All that either writer has, where they disagree mine before theirs: to be read and put right before it is kept.</summary>
    public string Text => string.Join('\n', Parts.SelectMany(part => part switch
    {
        MergedPart.Agreed agreed => agreed.Lines,
        MergedPart.Conflict conflict => conflict.Mine.Concat(conflict.Theirs),
        _ => throw new InvalidOperationException($"A part of a merge is a {part.GetType()}."),
    }));

    public static TextMerge Of(string baseText, string mine, string theirs)
    {
        var (baseLines, mineLines, theirLines) = (baseText.Split('\n'), mine.Split('\n'), theirs.Split('\n'));
        var parts = new List<MergedPart>();
        var at = 0;
        foreach (var region in Regions(new Side(baseLines, mineLines), new Side(baseLines, theirLines)))
        {
            AddAgreed(parts, baseLines[at..region.Start]);
            AddRegion(parts, baseLines[region.Start..region.End], region.Mine, region.Theirs);
            at = region.End;
        }

        AddAgreed(parts, baseLines[at..]);
        return new TextMerge(parts);
    }

    /// <summary>The places where someone changed something. Changes that overlap or touch are one.</summary>
    private static IEnumerable<Region> Regions(Side mine, Side theirs)
    {
        while (mine.HasMore || theirs.HasMore)
        {
            var start = Math.Min(mine.NextStart, theirs.NextStart);
            var end = start;
            int before;
            do
            {
                before = end;
                end = theirs.TakeUpTo(mine.TakeUpTo(end));
            }
            while (end > before || mine.NextStart <= end || theirs.NextStart <= end);

            yield return new Region(start, end, mine.Lines(start, end), theirs.Lines(start, end));
        }
    }

    private static void AddRegion(List<MergedPart> parts, string[] original, string[] mine, string[] theirs)
    {
        if (mine.SequenceEqual(theirs) || theirs.SequenceEqual(original))
        {
            AddAgreed(parts, mine);
        }
        else if (mine.SequenceEqual(original))
        {
            AddAgreed(parts, theirs);
        }
        else
        {
            parts.Add(new MergedPart.Conflict(original, mine, theirs));
        }
    }

    private static void AddAgreed(List<MergedPart> parts, string[] lines)
    {
        if (lines.Length == 0)
        {
            return;
        }

        if (parts is [.., MergedPart.Agreed last])
        {
            parts[^1] = new MergedPart.Agreed([.. last.Lines, .. lines]);
        }
        else
        {
            parts.Add(new MergedPart.Agreed(lines));
        }
    }

    private sealed record Region(int Start, int End, string[] Mine, string[] Theirs);

    /// <summary>One writer's changes, taken from the first to the last.</summary>
    private sealed class Side(string[] original, string[] lines)
    {
        private readonly IReadOnlyList<TextBlock> blocks = TextBlocks.Between(original, lines);
        private int next;
        private int shiftBefore;
        private int shift;

        public bool HasMore => next < blocks.Count;

        public int NextStart => HasMore ? blocks[next].OldStart : int.MaxValue;

        /// <summary>Takes every change that begins by the line; gives the end of the last one.</summary>
        public int TakeUpTo(int end)
        {
            for (; NextStart <= end; next++)
            {
                end = Math.Max(end, blocks[next].OldEnd);
                shift += blocks[next].NewCount - blocks[next].OldCount;
            }

            return end;
        }

        /// <summary>What this writer has in the place of the original's lines, all changes up to there being taken.</summary>
        public string[] Lines(int start, int end)
        {
            var found = lines[(start + shiftBefore)..(end + shift)];
            shiftBefore = shift;
            return found;
        }
    }
}
