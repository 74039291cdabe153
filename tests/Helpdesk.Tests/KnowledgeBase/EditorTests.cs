using System.Diagnostics;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Helpdesk.Platform.Markdown;
using Helpdesk.Tests.Architecture;

namespace Helpdesk.Tests.KnowledgeBase;

/// <summary>What the editor in the browser makes of a text says the same to its readers.</summary>
public sealed class EditorTests
{
    private const int Count = 1_000;
    private static readonly string[] InlineNames = ["a", "code", "del", "em", "strong"];

    [Fact]
    public async Task A_text_that_went_through_the_editor_says_the_same()
    {
        var markdown = new MarkdownRenderer();
        var pairs = await PairsAsync();
        Assert.Equal(Count, pairs.Count);
        Assert.Contains(pairs, pair => pair.Before != pair.After);

        var different = pairs
            .Select(pair => (pair.Before, pair.After, Html: markdown.ToHtml(pair.Before, 2), Now: markdown.ToHtml(pair.After, 2)))
            .Where(pair => Said(pair.Html) != Said(pair.Now))
            .OrderBy(pair => pair.Before.Length)
            .ToList();
        Assert.True(different.Count == 0, $"{different.Count} texts say something else, the shortest are:\n{string.Join("\n\n", different.Take(2))}");
    }

    private static async Task<List<Pair>> PairsAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(House.Root, "tests", "js", "round-trips.mjs"), $"{Count}"]) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var pairs = await JsonSerializer.DeserializeAsync<List<Pair>>(node.StandardOutput.BaseStream, JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        return pairs!;
    }

    // Bold within italic looks like italic within bold, and two bold words side by side like one. All else must be the same.
    private static string Said(string html)
    {
        var said = new List<(string Marks, string Text)>();
        using var page = new HtmlParser().ParseDocument(html);
        Walk(page.Body!, [], said);
        return string.Concat(said.Select(run => run.Marks.Length == 0 ? run.Text : $"{{{run.Marks}:{run.Text}}}"));
    }

    private static void Walk(INode node, string[] marks, List<(string Marks, string Text)> said)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is not IElement element)
            {
                Say(said, string.Join(' ', marks), child.TextContent);
            }
            else if (InlineNames.Contains(element.LocalName) && element.ParentElement!.LocalName != "pre")
            {
                Walk(element, [.. marks.Append(StartTag(element)).Distinct().Order(StringComparer.Ordinal)], said);
            }
            else
            {
                Say(said, "", StartTag(element));
                Walk(element, marks, said);
                Say(said, "", $"</{element.LocalName}>");
            }
        }
    }

    private static void Say(List<(string Marks, string Text)> said, string marks, string text)
    {
        if (said.Count > 0 && said[^1].Marks == marks)
        {
            said[^1] = (marks, said[^1].Text + text);
        }
        else if (text.Length > 0)
        {
            said.Add((marks, text));
        }
    }

    private static string StartTag(IElement element) =>
        $"<{element.LocalName}{string.Concat(element.Attributes.Select(attribute => $" {attribute.Name}=\"{attribute.Value}\""))}>";

    private sealed record Pair(string Before, string After);
}
