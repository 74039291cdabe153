using System.Text.RegularExpressions;

namespace Helpdesk.Tests.Architecture;

/// <summary>The table of what is recorded is true, and no sign-in goes by unrecorded.</summary>
public sealed partial class AuditTests
{
    [Fact]
    public void The_table_of_actions_equals_what_the_sources_record()
    {
        var recorded = House.Sources("src", ".cs").SelectMany(file => Recorded().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value).ToHashSet();
        var told = Told().Matches(File.ReadAllText(Path.Combine(House.Root, "docs", "audit.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.True(recorded.Count > 20);
        Assert.Empty(recorded.Except(told));
        Assert.Empty(told.Except(recorded));
        Assert.Equal(told.Order(StringComparer.Ordinal), told);
    }

    [Fact]
    public void Whoever_starts_a_session_records_it()
    {
        var starting = House.Sources("src/Helpdesk.Auth", ".cs").Select(File.ReadAllText)
            .Where(text => text.Contains("Session.Start(", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(starting);
        Assert.All(starting, text => Assert.Contains("\"session.started\"", text));
    }

    // A line is added, an incident is recorded, or the action has a name of its own.
    [GeneratedRegex(@"(?:audit\.Add\(\w+,\s*|ncidents\.RecordAsync\(\s*|const string (?:Action|LeftOut) = )""([a-z-]+\.[a-z-]+)""")]
    private static partial Regex Recorded();

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Told();
}
