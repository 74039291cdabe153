using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.Tests.KnowledgeBase;

/// <summary>Two writers of one item: what only one changed stands, what both changed is told.</summary>
public sealed class MergedTextTests
{
    private static readonly WrittenText Start = new("Title", "Summary", "One.\n\nTwo.") { VideoUrl = "https://a.example", Transcript = "Said." };

    [Fact]
    public void Changes_of_different_fields_and_lines_both_stand()
    {
        var file = Guid.NewGuid();
        var merged = MergedText.Of(
            Start, Start with { Title = "Mine", Body = "One, mine.\n\nTwo." }, Start with { Summary = "Theirs", Body = "One.\n\nTwo, theirs.", FileId = file });
        Assert.Empty(merged.Contradictions);
        Assert.Equal(new WrittenText("Mine", "Theirs", "One, mine.\n\nTwo, theirs.") { VideoUrl = "https://a.example", Transcript = "Said.", FileId = file }, merged.Text);
    }

    [Fact]
    public void What_both_changed_in_another_way_is_named_and_mine_is_shown()
    {
        var merged = MergedText.Of(Start, Start with { Title = "Mine", Body = "Mine.", VideoUrl = null }, Start with { Title = "Theirs", Body = "Theirs.", VideoUrl = "https://b.example" });
        Assert.Equal(["Title", "Body", "Video address"], merged.Contradictions);
        Assert.Equal("Mine", merged.Text.Title);
        Assert.Contains("Mine.", merged.Text.Body, StringComparison.Ordinal);
        Assert.Contains("Theirs.", merged.Text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_change_of_both_is_no_contradiction()
    {
        var same = Start with { Title = "Same", Body = "Same." };
        var merged = MergedText.Of(Start, same, same);
        Assert.Empty(merged.Contradictions);
        Assert.Equal(same, merged.Text);
    }
}
