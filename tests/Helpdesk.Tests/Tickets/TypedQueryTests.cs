using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Tickets.Queue;

namespace Helpdesk.Tests.Tickets;

/// <summary>The typed filter: what it understands, what stays text, and what it says when it does not understand.</summary>
public sealed class TypedQueryTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2027-03-08T12:00:00Z", CultureInfo.InvariantCulture);
    private static readonly CurrentUser Reader = new() { Id = Guid.Parse("01a1fd42-27c4-7ae7-94fc-39b86df60285"), IsStaff = true };

    [Fact]
    public void Conditions_are_taken_and_the_rest_is_looked_for()
    {
        var read = Read("status:open Status:waiting assignee:me tag:vpn category:\"Office tools\" updated:<7d \"error 42\" printer is:overdue");
        Assert.Null(read.Problem);
        Assert.Equal(["open", "waiting_on_employee"], read.Request.Status!);
        Assert.Equal(["me"], read.Request.Assignee!);
        Assert.Equal(["vpn"], read.Request.Tag!);
        Assert.Equal(["Office tools"], read.Request.Category!);
        Assert.Equal("2027-03-01T12:00:00Z", read.Request.UpdatedFrom);
        Assert.True(read.Request.Overdue);
        Assert.Equal("\"error 42\" printer", read.Request.Q);
    }

    [Theory]
    [InlineData("created:>2w", null, "2027-02-22T12:00:00Z")]
    [InlineData("created:<24h", "2027-03-07T12:00:00Z", null)]
    [InlineData("created:2027-03-01", "2027-03-01", "2027-03-01")]
    [InlineData("created:>=2027-03-01 created:<=2027-03-05", "2027-03-01", "2027-03-05")]
    public void Times_are_spans_of_days_or_days(string text, string? from, string? to)
    {
        var read = Read(text);
        Assert.Null(read.Problem);
        Assert.Equal((from, to), (read.Request.CreatedFrom, read.Request.CreatedTo));
    }

    [Theory]
    [InlineData("https://intranet.example/wiki")]
    [InlineData("\"status:open\"")]
    [InlineData("12:30")]
    [InlineData("note:")]
    [InlineData(":)")]
    [InlineData("#1042")]
    [InlineData("\"never closed")]
    public void What_is_no_condition_stays_text(string text)
    {
        var read = Read(text);
        Assert.Null(read.Problem);
        Assert.Equal(text, read.Request.Q);
    }

    [Theory]
    [InlineData("asignee:me", "I do not know “asignee”. Did you mean assignee?")]
    [InlineData("stauts:open", "I do not know “stauts”. Did you mean status?")]
    [InlineData("error:42", "I do not know “error”. To look for these words, put them in quotes: \"error:42\".")]
    [InlineData("updated:7d", "I do not understand “updated:7d”. Write updated:<7d, updated:>2w or updated:2027-03-01.")]
    [InlineData("is:late", "I do not know “is:late”. There is is:overdue.")]
    public void What_it_does_not_know_is_answered_with_a_suggestion(string text, string sentence) => Assert.Equal(sentence, Read(text).Problem);

    private static TypedQuery Read(string text) => TypedQuery.Read(new QueueRequest { Q = text }, Reader, Now);
}
