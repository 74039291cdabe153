using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>The team's ticket page without script: what it shows, take, and the fields at its side.</summary>
public sealed class StaffTicketPageTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Tags = ["fire"];

    [Fact]
    public async Task It_shows_the_whole_story_in_few_statements()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(agent, ticket, new { priority = "urgent", tags = Tags });
        await site.SayAsync(agent, ticket, "Same model as last year.", kind: "internal");
        await site.SayAsync(agent, ticket, "Thank you for **pulling the plug**.");
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);

        var statements = await Statements.OfAsync(browser, async () => page = await browser.PageAsync(ticket.Url));
        Assert.InRange(statements.Count, 3, 6);

        Assert.Equal($"#{ticket.Number} Printer on fire", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith($"#{ticket.Number} Printer on fire – Tickets", page.Title, StringComparison.Ordinal);
        var conversation = page.QuerySelector("[aria-label=Conversation]")!;
        Assert.Contains("Only the team", conversation.QuerySelector(".internal-note")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("pulling the plug", conversation.QuerySelector(".message.ours strong")!.TextContent);
        Assert.Contains("Dana Kim changed the priority from medium to urgent", conversation.TextContent, StringComparison.Ordinal);
        Assert.Equal("Reply to Priya Raman", Label(page, "reply"));
        Assert.Equal("Mail goes to Priya Raman.", page.QuerySelector("#reply .recipients")!.TextContent);
        Assert.Equal("Internal note", Label(page, "note"));
        Assert.DoesNotContain("Mail goes", page.QuerySelector("#note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(priya.Email, page.QuerySelector("[aria-labelledby=requester]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Status", "Priority", "Category", "Assignee", "Team", "Tags"], page.QuerySelectorAll(".side-fields label").Select(label => label.TextContent));
        Assert.Equal("fire", page.QuerySelector<IHtmlInputElement>("#Form_Tags")!.Value);
    }

    [Fact]
    public async Task Take_makes_it_ones_own_and_tells_who_was_faster()
    {
        var (dana, ana, priya) = (await site.AgentAsync("Dana Kim"), await site.AgentAsync("Ana Silva"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var (browser, slower) = (site.Browser(dana), site.Browser(ana));
        var late = await slower.PageAsync(ticket.Url);

        using var taken = await browser.SubmitAsync(ticket.Url, "#take");
        var page = await browser.FollowAsync(taken);
        Assert.Equal("Taken.", page.Flash());
        Assert.Equal(dana.Id.ToString(), page.QuerySelector<IHtmlSelectElement>("#Form_Assignee")!.Value);
        Assert.Equal("in_progress", page.QuerySelector<IHtmlSelectElement>("#Form_Status")!.Value);
        Assert.Null(page.QuerySelector("#take"));

        using var refused = await slower.SubmitAsync(late, ticket.Url, "#take");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Dana Kim took it already.", (await refused.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Form.Status", "resolved", "Resolved.")]
    [InlineData("Form.Status", "waiting_on_employee", "Status changed to waiting on employee.")]
    [InlineData("Form.Priority", "high", "Priority changed to high.")]
    [InlineData("Form.Category", "Network", "Category changed to Network.")]
    [InlineData("Form.Tags", "VPN, Fire", "Tags saved.")]
    public async Task Each_field_is_saved_and_said(string field, string value, string said)
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);

        using var saved = await browser.SubmitAsync(ticket.Url, ".side-fields", (field, value));
        var page = await browser.FollowAsync(saved);

        Assert.Equal(said, page.Flash());
        var control = page.QuerySelector($".side-fields [name='{field}']")!;
        var now = control is IHtmlSelectElement select ? select.Value : ((IHtmlInputElement)control).Value;
        Assert.Equal(field == "Form.Tags" ? "vpn, fire" : value, now);
    }

    [Fact]
    public async Task Assigning_and_taking_away_again()
    {
        var (agent, ana, priya) = (await site.AgentAsync(), await site.AgentAsync("Ana Silva"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);

        using var assigned = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Assignee", ana.Id.ToString()));
        Assert.Equal("Assigned to Ana Silva.", (await browser.FollowAsync(assigned)).Flash());
        using var dropped = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Assignee", ""));
        Assert.Equal("Assigned to nobody.", (await browser.FollowAsync(dropped)).Flash());
        using var unchanged = await browser.SubmitAsync(ticket.Url, ".side-fields");
        Assert.Equal(HttpStatusCode.Redirect, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_field_that_two_changed_is_asked_about_and_others_are_not()
    {
        var (dana, ana, priya) = (await site.AgentAsync("Dana Kim"), await site.AgentAsync("Ana Silva"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(ana);
        var stale = await browser.PageAsync(ticket.Url);
        await site.ChangeAsync(dana, ticket, new { priority = "high" });

        using var elsewhere = await browser.SubmitAsync(stale, ticket.Url, ".side-fields", ("Form.Category", "Network"));
        Assert.Equal("Category changed to Network.", (await browser.FollowAsync(elsewhere)).Flash());
        Assert.Equal("high", (await site.LookAsync(ana, ticket)).GetProperty("priority").GetString());

        using var contested = await browser.SubmitAsync(stale, ticket.Url, ".side-fields", ("Form.Priority", "low"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, contested.StatusCode);
        var page = await contested.PageAsync();
        Assert.Contains("Priority was changed to high by Dana Kim. Keep yours or theirs?", page.QuerySelector(".stale")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Keep yours: low", "Keep theirs: high"], page.QuerySelectorAll("main button").Select(button => button.TextContent));

        using var theirs = await browser.SubmitAsync(page, ticket.Url, "#keep-theirs");
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        Assert.Equal("high", (await site.LookAsync(ana, ticket)).GetProperty("priority").GetString());
        using var yours = await browser.SubmitAsync(page, ticket.Url, "#keep-yours");
        Assert.Equal("Priority changed to low.", (await browser.FollowAsync(yours)).Flash());
    }

    [Fact]
    public async Task A_status_is_not_set_past_an_answer_that_nobody_read()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(dana);
        var stale = await browser.PageAsync(ticket.Url);
        await site.SayAsync(priya, ticket, "It burns again.");

        using var stopped = await browser.SubmitAsync(stale, ticket.Url, ".side-fields", ("Form.Status", "resolved"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stopped.StatusCode);
        var page = await stopped.PageAsync();
        Assert.Contains("Priya Raman answered meanwhile. Read it, then choose.", page.QuerySelector(".stale")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It burns again.", page.QuerySelector(".message")!.TextContent, StringComparison.Ordinal);

        using var allTheSame = await browser.SubmitAsync(page, ticket.Url, "#keep-yours");
        Assert.Equal("Resolved.", (await browser.FollowAsync(allTheSame)).Flash());
    }

    [Fact]
    public async Task What_cannot_be_saved_is_kept_in_the_form()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);
        var tag = new string('x', 300);

        using var refused = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Tags", tag));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector(".error-summary"));
        Assert.Equal(tag, page.QuerySelector<IHtmlInputElement>("#Form_Tags")!.Value);

        using var closed = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Status", "closed"));
        Assert.Equal("Closed.", (await browser.FollowAsync(closed)).Flash());
        var after = await browser.PageAsync(ticket.Url);
        Assert.Equal(["Open", "Closed"], after.QuerySelectorAll("#Form_Status option").Select(option => option.TextContent));
        Assert.Contains("Send and reopen", after.QuerySelector("#reply")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_conversation_is_folded()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya, description: "The very first.");
        for (var i = 0; i < 30; i++)
        {
            await site.SayAsync(i % 2 == 0 ? agent : priya, ticket, $"Answer {i}");
        }

        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);
        Assert.InRange(page.QuerySelectorAll("#conversation article").Length, 15, 25);
        Assert.Contains("Answer 29", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        var whole = await browser.PageAsync(page.QuerySelector("a[data-older]")!.GetAttribute("href")!);
        Assert.Equal(31, whole.QuerySelectorAll("#conversation article").Length);
    }

    [Fact]
    public async Task Employees_cannot_reach_what_only_the_team_may_do()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        await site.SayAsync(agent, ticket, "She pulls the wrong plug.", kind: "internal");
        var browser = site.Browser(priya);
        var page = await browser.PageAsync(ticket.Url);
        Assert.DoesNotContain("wrong plug", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#note, .side-fields, .rail"));

        foreach (var door in new[] { "notes", "fields", "assignment" })
        {
            using var posted = await browser.PostAsync($"/tickets/{ticket.Id}/{door}", new FormUrlEncodedContent(
                Forms.FieldsOf(page.QuerySelector<IHtmlFormElement>("#answer")!, ("Form.Body", "A note"), ("Form.Priority", "urgent"))));
            Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
            using var looked = await browser.GetAsync($"/tickets/{ticket.Id}/{door}");
            Assert.Equal(HttpStatusCode.Forbidden, looked.StatusCode);
        }

        var now = await site.LookAsync(agent, ticket);
        Assert.Equal("medium", now.GetProperty("priority").GetString());
        Assert.Equal(2, now.GetProperty("messages").GetArrayLength());
    }

    private static string Label(IHtmlDocument page, string form) =>
        page.QuerySelector($"#{form} label")!.TextContent;
}
