using System.Text.RegularExpressions;

namespace Helpdesk.Tests.Architecture;

/// <summary>Files that stay readable, and a Platform that knows no word of the trade.</summary>
public sealed partial class SizeAndWordTests
{
    private const int MostLines = 300;

    private static readonly string[] Folders = ["src", "tests", "tools", "bench", "eng"];

    [Fact]
    public void No_hand_written_file_is_longer_than_300_lines()
    {
        var files = Folders
            .SelectMany(folder => House.Sources(folder, ".cs", ".cshtml", ".css", ".js", ".mjs", ".sh", ".sql"))
            .Where(file => !IsGenerated(file))
            .ToList();
        Assert.True(files.Count > 100);
        Assert.All(files, file => Assert.True(File.ReadLines(file).Count() <= MostLines, $"{House.Relative(file)} has more than {MostLines} lines."));
    }

    [Fact]
    public void Platform_knows_no_word_of_the_trade()
    {
        var files = House.Sources("src/Helpdesk.Platform", ".cs", ".cshtml").ToList();
        Assert.True(files.Count > 40);
        foreach (var file in files)
        {
            var text = File.ReadAllText(file).Replace("UserAgent", "", StringComparison.Ordinal).Replace("User-Agent", "", StringComparison.Ordinal);
            var word = TradeWord().Match(text);
            Assert.False(word.Success, $"{House.Relative(file)} says \"{word.Value}\".");
        }
    }

    private static bool IsGenerated(string file) => House.Relative(file).Contains("/Migrations/", StringComparison.Ordinal);

    // Words inside longer identifiers count as well: a capital or an end follows, and no letter goes before in lower case.
    [GeneratedRegex(@"(?<![a-z])([Tt]icket|[Aa]rticle|[Qq]ueue|[Aa]gent)s?(?![a-z])|(?<=[a-z])(Ticket|Article|Queue|Agent)s?(?![a-z])")]
    private static partial Regex TradeWord();
}
