using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Helpdesk.Tests.Architecture;

/// <summary>Who may know whom. Read from the project files: compiled references forget what is unused or inlined.</summary>
public sealed partial class ArrowTests
{
    [Fact]
    public void Projects_refer_only_along_the_allowed_arrows()
    {
        var seen = 0;
        foreach (var (project, allowed) in House.AllowedArrows)
        {
            var references = XDocument.Load(Path.Combine(House.Root, "src", $"Helpdesk.{project}", $"Helpdesk.{project}.csproj"))
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)["Helpdesk.".Length..])
                .ToList();
            seen += references.Count;
            Assert.All(references, reference => Assert.Contains(reference, allowed));
        }

        Assert.True(seen > 10, "The project files hold fewer references than the house has.");
    }

    [Fact]
    public void Every_source_project_is_in_the_table()
    {
        var projects = Directory.GetDirectories(Path.Combine(House.Root, "src")).Select(folder => Path.GetFileName(folder)["Helpdesk.".Length..]);
        Assert.Equal(House.AllowedArrows.Keys.Order(), projects.Order());
    }

    [Fact]
    public void The_table_in_the_documentation_is_the_one_that_holds()
    {
        var page = File.ReadAllText(Path.Combine(House.Root, "docs", "architecture.md"));
        var rows = ArrowRow().Matches(page)
            .ToDictionary(
                row => row.Groups["from"].Value,
                row => row.Groups["to"].Value.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "nothing").Order().ToArray());
        Assert.Equal(House.AllowedArrows.Keys.Order(), rows.Keys.Order());
        Assert.All(House.AllowedArrows, arrow => Assert.Equal(arrow.Value.Order(), rows[arrow.Key]));
    }

    [GeneratedRegex(@"^\| `(?<from>\w+)` \| (?<to>[\w, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex ArrowRow();
}
