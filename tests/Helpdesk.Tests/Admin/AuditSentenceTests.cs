using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.Admin.ShowAuditLog;
using Helpdesk.Tests.Architecture;

namespace Helpdesk.Tests.Admin;

public sealed partial class AuditSentenceTests
{
    [Fact]
    public void Every_action_that_is_told_of_has_a_sentence()
    {
        var actions = Row().Matches(File.ReadAllText(Path.Combine(House.Root, "docs", "audit.md"))).Select(row => row.Groups[1].Value).ToList();
        Assert.True(actions.Count > 50);
        Assert.All(actions, action => Assert.True(AuditSentences.Knows(action), action));
    }

    [Fact]
    public void A_sentence_names_who_whom_and_facts()
    {
        var line = Line("account.role-changed", """{"from": "employee", "to": "agent"}""");
        Assert.Equal("Dana changed the role of Priya from employee to agent.", AuditSentences.Of(line));
        Assert.Equal("Somebody changed the role of Priya from nothing to nothing.", AuditSentences.Of(Line("account.role-changed", "{}") with { Actor = null }));
        Assert.Equal("Dana: unheard.of", AuditSentences.Of(Line("unheard.of", "{}")));
    }

    [Fact]
    public void What_a_fact_says_is_not_read_as_a_word_of_the_sentence() =>
        Assert.Equal("Dana changed the role of Priya from {whom} to x.", AuditSentences.Of(Line("account.role-changed", """{"from": "{whom}", "to": "x"}""")));

    [Fact]
    public void What_changed_is_told_field_by_field()
    {
        var line = Line("team.changed", """{"added": [], "to": {"name": "Paper", "openLimit": null}, "from": {"name": "Printers", "openLimit": 5}}""");
        Assert.Equal([("from", "name: Printers, openLimit: 5"), ("to", "name: Paper, openLimit: nothing"), ("added", "nothing")], AuditSentences.FactsOf(line));
    }

    private static AuditLineView Line(string action, string details) => new(
        Guid.NewGuid(), DateTimeOffset.UnixEpoch, new AuditActorView(Guid.NewGuid(), "Dana", null), action,
        new AuditSubjectView("person", "1", "Priya"), JsonElement.Parse(details), "10.0.0.1");

    [GeneratedRegex(@"^\| `([a-z-]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
