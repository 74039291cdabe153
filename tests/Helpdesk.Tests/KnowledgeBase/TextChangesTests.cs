using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.Tests.KnowledgeBase;

/// <summary>Two versions of a text side by side: both are there in full, and what they share is shared.</summary>
public sealed class TextChangesTests
{
    [Fact]
    public void A_changed_line_shows_its_changed_words()
    {
        var changes = TextChanges.Between("one\nPress the red button.\nthree", "one\nPress the green button!\nthree\nfour");
        Assert.Equal(
            ["1 1 one", "2 - Press the [red] button[.]", "- 2 Press the [green] button[!]", "3 3 three", "- 4 [four]"],
            changes.Select(Shown));
    }

    [Fact]
    public void The_same_text_has_no_changes()
    {
        Assert.All(TextChanges.Between("a\n\nb", "a\n\nb"), change => Assert.Equal(ChangeKind.Same, change.Kind));
        Assert.Equal(["1 1 "], TextChanges.Between("", "").Select(Shown));
    }

    [Fact]
    public void An_empty_line_that_came_or_went_is_a_change()
    {
        Assert.Equal(["1 1 a", "- 2 ", "2 3 b"], TextChanges.Between("a\nb", "a\n\nb").Select(Shown));
        Assert.Equal(["1 1 a", "2 - ", "3 2 b"], TextChanges.Between("a\n\nb", "a\nb").Select(Shown));
    }

    [Fact]
    public void Both_texts_can_be_read_from_the_changes()
    {
        var random = new Random(1_121);
        for (var run = 0; run < 2_000; run++)
        {
            var (old, now) = (Text(random), Text(random));
            var changes = TextChanges.Between(old, now);
            Assert.Equal(old, Read(changes, ChangeKind.Added));
            Assert.Equal(now, Read(changes, ChangeKind.Removed));
            Assert.Equal(Enumerable.Range(1, old.Split('\n').Length), changes.Select(change => change.OldNumber).OfType<int>());
            Assert.Equal(Enumerable.Range(1, now.Split('\n').Length), changes.Select(change => change.NewNumber).OfType<int>());
        }
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_take_no_time()
    {
        var changes = TextChanges.Between(string.Join('\n', Enumerable.Range(0, 50_000)), string.Join('\n', Enumerable.Range(50_000, 50_000)));
        Assert.Equal(100_000, changes.Count);
    }

    private static string Read(IEnumerable<LineChange> changes, ChangeKind without) =>
        string.Join('\n', changes.Where(change => change.Kind != without).Select(change => string.Concat(change.Words.Select(word => word.Text))));

    private static string Shown(LineChange change) =>
        $"{Number(change.OldNumber)} {Number(change.NewNumber)} {string.Concat(change.Words.Select(word => word.Kind == ChangeKind.Same ? word.Text : $"[{word.Text}]"))}";

    private static string Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-";

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 20)).Select(_ => random.Next(8) switch { 0 or 1 => "\n", 2 => " ", 3 => "é", 4 => "word ", 5 => "!", 6 => "two", _ => "x\n" }));
}
