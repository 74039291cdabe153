using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.Tests.KnowledgeBase;

/// <summary>Two writers' texts are put together, and nothing of either is lost.</summary>
public sealed class TextMergeTests
{
    [Theory]
    [InlineData("a\nb\nc", "a\nB\nc", "a\nb\nc", "a\nB\nc")]
    [InlineData("a\nb\nc", "A\nb\nc", "a\nb\nC", "A\nb\nC")]
    [InlineData("a\nb\nc", "a\nnew\nb\nc", "a\nb", "a\nnew\nb")]
    [InlineData("a\nb\nc\nd", "a\nx\nc\nd", "a\nx\nc\nd\ne", "a\nx\nc\nd\ne")]
    [InlineData("", "mine", "", "mine")]
    [InlineData("a\nb\nc", "b\nc", "a\nb", "b")]
    public void Changes_in_different_places_both_stay(string original, string mine, string theirs, string expected)
    {
        var merge = TextMerge.Of(original, mine, theirs);
        Assert.False(merge.HasConflicts);
        Assert.Equal(expected, merge.Text);
    }

    [Fact]
    public void Changes_in_the_same_place_stay_side_by_side()
    {
        var merge = TextMerge.Of("a\nb\nc", "a\nmine\nc", "a\ntheirs\nc");
        var conflict = Assert.Single(merge.Parts.OfType<MergedPart.Conflict>());
        Assert.Equal(["b"], conflict.Base);
        Assert.Equal(["mine"], conflict.Mine);
        Assert.Equal(["theirs"], conflict.Theirs);
        Assert.Equal("a\nmine\ntheirs\nc", merge.Text);
    }

    [Theory]
    [InlineData("a\nb", "a\nmine\nb", "a\ntheirs\nb")]
    [InlineData("a\nb", "a\nmine", "a\nb\ntheirs")]
    [InlineData("a", "mine\na", "theirs\na")]
    [InlineData("", "mine", "theirs")]
    [InlineData("a\nb\nc", "a\nmine\nc", "a\nb\ntheirs")]
    public void What_touches_is_for_a_person_to_decide(string original, string mine, string theirs)
    {
        var merge = TextMerge.Of(original, mine, theirs);
        Assert.True(merge.HasConflicts);
        Assert.Contains("mine", merge.Text, StringComparison.Ordinal);
        Assert.Contains("theirs", merge.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_either_wrote_is_ever_lost()
    {
        var random = new Random(20_261_121);
        var conflicts = 0;
        for (var run = 0; run < 5_000; run++)
        {
            var original = Lines(random, "o", random.Next(0, 12));
            var mine = Edited(random, original, $"m{run}-");
            var theirs = Edited(random, original, $"t{run}-");
            var merge = TextMerge.Of(Join(original), Join(mine), Join(theirs));
            conflicts += merge.HasConflicts ? 1 : 0;

            var merged = merge.Text.Split('\n');
            Assert.Equal(WrittenBy(mine, "m"), WrittenBy(merged, "m"));
            Assert.Equal(WrittenBy(theirs, "t"), WrittenBy(merged, "t"));

            // A line is gone only when someone took it away.
            var gone = original.Except(merged);
            Assert.All(gone, line => Assert.False(mine.Contains(line) && theirs.Contains(line), line));

            // What is said to be someone's in a conflict is theirs, word for word.
            foreach (var conflict in merge.Parts.OfType<MergedPart.Conflict>())
            {
                Assert.Contains(Join(conflict.Base), Join(original), StringComparison.Ordinal);
                Assert.Contains(Join(conflict.Mine), Join(mine), StringComparison.Ordinal);
                Assert.Contains(Join(conflict.Theirs), Join(theirs), StringComparison.Ordinal);
            }
        }

        Assert.InRange(conflicts, 500, 4_500);
    }

    [Fact]
    public void One_writer_alone_and_two_who_agree_never_disagree()
    {
        var random = new Random(7);
        for (var run = 0; run < 1_000; run++)
        {
            // Few words, so that many lines are equal: the hard case for telling what moved where.
            var (original, mine) = (Join(Words(random)), Join(Words(random)));
            Assert.Equal((false, mine), Said(TextMerge.Of(original, mine, original)));
            Assert.Equal((false, mine), Said(TextMerge.Of(original, original, mine)));
            Assert.Equal((false, mine), Said(TextMerge.Of(original, mine, mine)));

            var theirs = Join(Words(random));
            var (one, other) = (TextMerge.Of(original, mine, theirs), TextMerge.Of(original, theirs, mine));
            Assert.Equal(one.HasConflicts, other.HasConflicts);
            Assert.Equal(one.Parts.Count, other.Parts.Count);
            Assert.True(one.HasConflicts || one.Text == other.Text);
        }
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_take_no_time()
    {
        var (mine, theirs) = (Join(Lines(null, "m", 40_000)), Join(Lines(null, "t", 40_000)));
        var merge = TextMerge.Of("one line\n" + Join(Lines(null, "o", 40_000)), "one line\n" + mine, "one line\n" + theirs);
        Assert.Equal($"one line\n{mine}\n{theirs}", merge.Text);
    }

    private static (bool, string) Said(TextMerge merge) => (merge.HasConflicts, merge.Text);

    private static string Join(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<string> WrittenBy(IEnumerable<string> lines, string who) => [.. lines.Where(line => line.StartsWith(who, StringComparison.Ordinal))];

    private static List<string> Lines(Random? random, string who, int count) =>
        [.. Enumerable.Range(0, count).Select(number => random?.Next(5) == 0 ? "" : $"{who}{number}")];

    private static List<string> Words(Random random) => [.. Enumerable.Range(0, random.Next(0, 8)).Select(_ => "abc"[random.Next(3)].ToString())];

    private static List<string> Edited(Random random, List<string> original, string who)
    {
        var lines = new List<string>(original);
        for (var edit = random.Next(0, 4); edit > 0; edit--)
        {
            var at = random.Next(0, lines.Count + 1);
            switch (random.Next(3))
            {
                case 0:
                    lines.Insert(at, $"{who}{edit}");
                    break;
                case 1 when at < lines.Count:
                    lines[at] = $"{who}{edit}";
                    break;
                case 2 when at < lines.Count && !lines[at].StartsWith(who, StringComparison.Ordinal):
                    lines.RemoveAt(at);
                    break;
            }
        }

        return lines;
    }
}
