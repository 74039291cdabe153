using DiffPlex;

namespace Helpdesk.KnowledgeBase.Model;

/// <summary>Pieces of the old text, from a place on, that others of the new text stand in for. Either may be none.</summary>
internal readonly record struct TextBlock(int OldStart, int OldCount, int NewStart, int NewCount)
{
    public int OldEnd => OldStart + OldCount;

    public int NewEnd => NewStart + NewCount;
}

/// <summary>Where two rows of pieces (lines or words) differ.</summary>
internal static class TextBlocks
{
    // What a comparison costs grows with the product of both lengths. Two long texts with nothing in common, which is what
    // comes near this, are told apart as a whole just as well.
    private const long MostWork = 16_000_000;
    private static readonly Differ Differ = new();

    public static IReadOnlyList<TextBlock> Between(string[] old, string[] now)
    {
        if ((long)old.Length * now.Length > MostWork)
        {
            return Whole(old, now);
        }

        // The library cuts texts into pieces; here they are cut already.
        var pieces = new Queue<string[]>([old, now]);
        return [.. Differ.CreateCustomDiffs("old", "new", ignoreWhiteSpace: false, _ => pieces.Dequeue()).DiffBlocks
            .Select(block => new TextBlock(block.DeleteStartA, block.DeleteCountA, block.InsertStartB, block.InsertCountB))];
    }

    private static TextBlock[] Whole(string[] old, string[] now)
    {
        var start = old.AsSpan().CommonPrefixLength(now);
        var end = 0;
        while (end < Math.Min(old.Length, now.Length) - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        return old.Length == now.Length && start == old.Length ? [] : [new TextBlock(start, old.Length - start - end, start, now.Length - start - end)];
    }
}
