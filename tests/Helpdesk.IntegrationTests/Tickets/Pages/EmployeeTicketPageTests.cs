using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>A ticket as its requester sees it, without script.</summary>
public sealed partial class EmployeeTicketPageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] InternalTags = ["canary-tag"];
    private static readonly string[] InternalWords =
        ["Canary-in", "Canary again", "wrong plug", "canary-tag", "SLA", "assignee", " team", "took it", "assigned"];

    [Fact]
    public async Task An_answer_is_sent_once_and_moves_the_ticket()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        await site.SayAsync(dana, ticket, "Does the *red light* blink?", status: "waiting_on_employee");
        var browser = site.Browser(priya);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("Waiting for you Dana Kim asked you a question. Answer to go on.", Text(page, ".next"));
        Assert.Equal("Your answer", page.QuerySelector("label[for=Form_Body]")!.TextContent);

        using var first = await browser.SubmitAsync(page, ticket.Url, "#answer", ("Form.Body", "It does."));
        using var second = await browser.SubmitAsync(page, ticket.Url, "#answer", ("Form.Body", "It does."));
        var after = await browser.FollowAsync(first);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal("Sent.", after.Flash());
        Assert.Equal(3, after.QuerySelectorAll("#conversation .message").Length);
        Assert.Equal("It does.", after.GetElementById(first.Headers.Location!.ToString().Split('#')[1])!.QuerySelector(".prose")!.TextContent.Trim());
        Assert.NotEqual("Waiting for you", Text(after, ".next .status"));
    }

    [Fact]
    public async Task An_empty_answer_is_told_of_and_a_late_one_stopped_with_its_text()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);
        var page = await browser.PageAsync(ticket.Url);

        using var empty = await browser.SubmitAsync(page, ticket.Url, "#answer", ("Form.Body", "  "));
        Assert.Equal("Enter an answer.", (await empty.PageAsync()).GetElementById("Form_Body-error")!.TextContent);

        await site.SayAsync(dana, ticket, "We replaced it.");
        using var stopped = await browser.SubmitAsync(page, ticket.Url, "#answer", ("Form.Body", "Is somebody there?"));
        var stale = await stopped.PageAsync();
        Assert.Equal(HttpStatusCode.PreconditionFailed, stopped.StatusCode);
        Assert.Equal("Dana Kim answered meanwhile. Read it, then choose.", stale.QuerySelector(".stale h2")!.TextContent);
        Assert.Equal("Is somebody there?", stale.QuerySelector<IHtmlTextAreaElement>("#Form_Body")!.Value);
        Assert.Contains("We replaced it.", stale.QuerySelector(".conversation")!.TextContent, StringComparison.Ordinal);

        using var sent = await browser.SubmitAsync(stale, ticket.Url, "#answer");
        Assert.Equal("Sent.", (await browser.FollowAsync(sent)).Flash());
    }

    [Fact]
    public async Task Its_requester_resolves_reopens_and_closes_it()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);

        using var resolved = await browser.SubmitAsync(ticket.Url, "form[action$=status]", ("Form.Status", "resolved"));
        var page = await browser.FollowAsync(resolved);
        Assert.Equal("Resolved. Good to hear.", page.Flash());
        Assert.Equal("Resolved You said that this is fixed.", Text(page, ".next"));
        Assert.Equal(["Still broken", "Close it"], page.QuerySelectorAll(".notice button").Select(button => button.TextContent));

        using var reopened = await browser.SubmitAsync(page, ticket.Url, ".notice form", ("Form.Status", "open"));
        Assert.EndsWith("#answer", reopened.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal("Open again. Tell us what is still wrong.", (await browser.FollowAsync(reopened)).Flash());

        await site.SayAsync(dana, ticket, "Replaced.", status: "resolved");
        var again = await browser.PageAsync(ticket.Url);
        Assert.Equal("Resolved We think that this is done.", Text(again, ".next"));
        using var closed = await browser.SubmitAsync(again, ticket.Url, ".notice form", ("Form.Status", "closed"));
        var end = await browser.FollowAsync(closed);
        Assert.Equal("Closed.", end.Flash());
        Assert.Equal("Closed Answer to open it again.", Text(end, ".next"));
        Assert.Null(end.QuerySelector("form[action$=status]"));

        using var answered = await browser.SubmitAsync(end, ticket.Url, "#answer", ("Form.Body", "It burns again."));
        Assert.Equal("We got it", Text(await browser.FollowAsync(answered), ".next .status"));
    }

    [Fact]
    public async Task A_change_on_sight_of_an_older_state_changes_nothing_and_says_so()
    {
        var (dana, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);
        var page = await browser.PageAsync(ticket.Url);
        await site.SayAsync(dana, ticket, "Which floor?", status: "waiting_on_employee");

        using var refused = await browser.SubmitAsync(page, ticket.Url, "form[action$=status]", ("Form.Status", "resolved"));
        var said = await refused.PageAsync();

        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Contains("Somebody changed this ticket meanwhile.", Text(said, ".error-summary"), StringComparison.Ordinal);
        Assert.Equal($"/t/{ticket.Id}", said.QuerySelector("main a.primary")!.GetAttribute("href"));
        Assert.Equal("waiting_on_employee", (await site.LookAsync(dana, ticket)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Closed_for_long_it_goes_on_in_a_follow_up()
    {
        var (dana, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);
        var open = await browser.PageAsync(ticket.Url);
        await site.ChangeAsync(dana, ticket, new { status = "closed" });
        site.Clock.Advance(TimeSpan.FromDays(15));

        var page = await browser.PageAsync(ticket.Url);
        Assert.Null(page.QuerySelector("#answer"));
        Assert.StartsWith("Closed It was closed on ", Text(page, ".next"), StringComparison.Ordinal);
        var link = page.QuerySelector<IHtmlAnchorElement>($"a[href='/tickets/new?follows={ticket.Number}']")!;
        Assert.Equal("Start a follow-up", link.TextContent);
        using var filed = await browser.SubmitAsync(
            link.GetAttribute("href")!, "#new-ticket", ("Form.Subject", "Again"), ("Form.Category", "Hardware"), ("Form.Description", "It burns."));
        var followUp = await browser.FollowAsync(filed);
        Assert.Contains($"#{ticket.Number}", followUp.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);

        // From a page that stood open meanwhile an answer is not lost either.
        using var late = await browser.SubmitAsync(open, ticket.Url, "#answer", ("Form.Body", "Once more."));
        Assert.StartsWith("Sent. The old ticket is closed", (await browser.FollowAsync(late)).Flash(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_draft_is_there_on_another_browser_and_gone_when_sent()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        var (first, second) = (site.Browser(priya), site.Browser(priya));
        var form = (await first.PageAsync(ticket.Url)).QuerySelector<IHtmlFormElement>("#answer")!;
        using var kept = await first.PostAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent(Forms.FieldsOf(form, ("Form.Body", "Half of"))));
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);

        var restored = await second.PageAsync(ticket.Url);
        Assert.Equal("Half of", restored.QuerySelector<IHtmlTextAreaElement>("#Form_Body")!.Value);
        using var sent = await second.SubmitAsync(restored, ticket.Url, "#answer", ("Form.Body", "Half of it."));
        var after = await second.FollowAsync(sent);
        Assert.Equal(form.GetAttribute("data-draft"), after.QuerySelector("[data-draft-sent]")!.GetAttribute("data-draft-sent"));
        Assert.Equal("", (await first.PageAsync(ticket.Url)).QuerySelector<IHtmlTextAreaElement>("#Form_Body")!.Value);
    }

    [Fact]
    public async Task Nothing_internal_is_in_the_source_of_any_page()
    {
        var (dana, priya, jonas) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya);
        await site.SayAsync(dana, ticket, "Canary-in-a-note: she pulls the wrong plug.", kind: "internal");
        await site.ChangeAsync(dana, ticket, new { assigneeId = (Guid?)dana.Id, tags = InternalTags });
        await site.SayAsync(dana, ticket, "Which floor?", status: "waiting_on_employee");
        await site.SayAsync(dana, ticket, "Canary again.", kind: "internal");
        using var copied = await site.Browser(priya).SubmitAsync(
            "/tickets/new", "#new-ticket", ("Form.Subject", "For two"), ("Form.Category", "Other"), ("Form.Description", "Look."), ("Form.Participants", jonas.Email));
        var second = FiledTicket.At(await site.Browser(priya).FollowAsync(copied));
        await site.SayAsync(dana, second, "Canary-in-a-note", kind: "internal");
        await site.SayAsync(dana, second, "Seen.");

        (Person Reader, string Url)[] pages =
        [
            (priya, "/"), (priya, "/tickets"), (priya, "/tickets?box=waiting"), (priya, "/tickets?box=open&q=canary"), (priya, ticket.Url),
            (priya, $"{ticket.Url}?older=all"), (priya, "/tickets/new"), (jonas, "/tickets?box=copied"), (jonas, second.Url),
        ];
        foreach (var (reader, url) in pages)
        {
            var source = Random().Replace(await site.Browser(reader).GetStringAsync(url), "");
            Assert.Contains("</html>", source, StringComparison.Ordinal);
            foreach (var word in InternalWords.Append(dana.Email))
            {
                Assert.False(source.Contains(word, StringComparison.OrdinalIgnoreCase) && !url.Contains(word, StringComparison.Ordinal), $"\"{word}\" is in the source of {url}.");
            }
        }

        Assert.Empty((await site.Browser(priya).PageAsync("/tickets?box=open&q=wrong+plug")).QuerySelectorAll(".ticket-card"));
    }

    [Fact]
    public async Task Others_find_nothing_and_whoever_is_deactivated_is_out()
    {
        var (priya, other) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(other);
        foreach (var url in new[] { ticket.Url, $"/t/{ticket.Id}", "/t/999999", "/t/nonsense" })
        {
            using var looked = await browser.GetAsync(url);
            Assert.Equal(HttpStatusCode.NotFound, looked.StatusCode);
        }

        using var changed = await browser.PostAsync($"/tickets/{ticket.Id}/status", new FormUrlEncodedContent(Forms.FieldsOf(
            (await browser.PageAsync("/tickets/new")).QuerySelector<IHtmlFormElement>("#new-ticket")!, ("Form.Status", "closed"))));
        Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);

        var own = site.Browser(priya);
        Assert.NotNull((await own.PageAsync(ticket.Url)).QuerySelector("#answer"));
        using var byId = await own.GetAsync($"/tickets/{ticket.Id}");
        Assert.Equal($"/t/{ticket.Id}", byId.Headers.Location!.ToString());
        using var byNumber = await own.GetAsync($"/t/{ticket.Id}");
        Assert.Equal(ticket.Url, byNumber.Headers.Location!.ToString());

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == priya.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var out_ = await own.GetAsync(ticket.Url);
        Assert.Equal(HttpStatusCode.Redirect, out_.StatusCode);
        Assert.Contains("/signin", out_.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_conversation_shows_its_first_and_last_twenty()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya, description: "Answer 0");
        for (var i = 1; i < 50; i++)
        {
            await site.SayAsync(i % 2 == 0 ? priya : dana, ticket, $"Answer {i}");
        }

        var browser = site.Browser(priya);
        var page = await browser.PageAsync(ticket.Url);
        var shown = Messages(page);
        Assert.Equal([.. Enumerable.Range(0, 20), .. Enumerable.Range(30, 20)], shown);
        var link = page.QuerySelector("a[data-older]")!;
        Assert.Equal("Show 10 older", link.TextContent);
        Assert.Equal(Enumerable.Range(0, 50), Messages(await browser.PageAsync(link.GetAttribute("href")!)));
    }

    private static IEnumerable<int> Messages(IHtmlDocument page) =>
        page.QuerySelectorAll("#conversation .message .prose").Select(body => int.Parse(body.TextContent.Trim()["Answer ".Length..], CultureInfo.InvariantCulture));

    private static string Text(IHtmlDocument page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is drawn by lot, the token of a form or the mark of a file's version, would spell a short word some day.</summary>
    [GeneratedRegex("""(?<="__RequestVerificationToken" type="hidden" value=")[^"]+|(?<=/dist/[\w-]+\.)\w{10}(?=\.)""")]
    private static partial Regex Random();
}
