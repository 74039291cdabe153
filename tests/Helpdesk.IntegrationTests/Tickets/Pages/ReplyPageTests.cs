using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>Answers and notes as a browser without script sends them.</summary>
public sealed class ReplyPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_agents_reply_is_sent_and_says_who_gets_it()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var (jonas, aiko) = (await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Aiko Tanaka"));
        using var filed = await site.Api(priya).PostAsJsonAsync(
            "/api/v1/tickets",
            new { subject = "Printer on fire", description = "It smokes.", category = "Hardware", participants = new[] { jonas.Email, aiko.Email } });
        Assert.Equal(HttpStatusCode.Created, filed.StatusCode);
        var json = await filed.Content.ReadFromJsonAsync<JsonElement>();
        var ticket = new FiledTicket(json.GetProperty("id").GetGuid(), json.GetProperty("number").GetInt32());
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("Reply to Priya Raman and 2 others", page.QuerySelector("#reply label")!.TextContent);
        Assert.Equal("Mail goes to Priya Raman and 2 others: Jonas Weber, Aiko Tanaka.", page.QuerySelector("#goes-to")!.TextContent);

        using var sent = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "A technician comes at 15:00."));
        var after = await browser.FollowAsync(sent);

        Assert.Equal("Reply sent to Priya and 2 others.", after.Flash());
        Assert.StartsWith($"{ticket.Url}#m-", sent.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(after.GetElementById(sent.Headers.Location!.ToString().Split('#')[1]));
        Assert.Equal("In progress", after.QuerySelector(".ticket-line .status")!.TextContent);
    }

    [Fact]
    public async Task Reply_and_resolve_is_one_act()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);

        using var sent = await browser.SubmitAsync(ticket.Url, "#reply", ("Form.Body", "Done."), ("Form.Status", "resolved"));

        Assert.Equal("Reply sent to Priya. Resolved.", (await browser.FollowAsync(sent)).Flash());
        Assert.Equal("resolved", (await site.LookAsync(agent, ticket)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task An_employee_answers_on_the_same_door()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        await site.SayAsync(agent, ticket, "Which floor?", status: "waiting_on_employee");
        var browser = site.Browser(priya);

        using var sent = await browser.SubmitAsync(ticket.Url, "#answer", ("Form.Body", "The third."));

        Assert.Equal("Sent.", (await browser.FollowAsync(sent)).Flash());
        Assert.Equal("open", (await site.LookAsync(agent, ticket)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_double_click_sends_once()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);

        using var first = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "Once."));
        using var second = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "Once."));
        using var note = await browser.SubmitAsync(page, ticket.Url, "#note", ("Form.Body", "Once."));
        using var again = await browser.SubmitAsync(page, ticket.Url, "#note", ("Form.Body", "Once."));

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(note.Headers.Location, again.Headers.Location);
        Assert.Equal(3, (await site.LookAsync(agent, ticket)).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task A_stale_reply_is_stopped_with_its_text_kept_and_sent_anyway()
    {
        var (dana, ana, priya) = (await site.AgentAsync("Dana Kim"), await site.AgentAsync("Ana Silva"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(dana);
        var page = await browser.PageAsync(ticket.Url);
        await site.SayAsync(ana, ticket, "The technician is on the way.");

        using var stopped = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "\nComes at <15:00>.\n"), ("Form.Status", "resolved"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stopped.StatusCode);
        var stale = await stopped.PageAsync();
        Assert.StartsWith("Error: ", stale.Title, StringComparison.Ordinal);
        Assert.Equal("Ana Silva answered meanwhile. Read it, then choose.", stale.QuerySelector(".stale h2")!.TextContent);
        Assert.Contains("The technician is on the way.", stale.QuerySelector(".conversation .message")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Comes at <15:00>.", stale.QuerySelector<IHtmlTextAreaElement>("#reply textarea")!.Value, StringComparison.Ordinal);
        Assert.Equal(["Send anyway", "Edit", "Discard"], stale.QuerySelectorAll("#reply .actions :is(button, a)").Select(each => each.TextContent));
        Assert.Equal(2, (await site.LookAsync(dana, ticket)).GetProperty("messages").GetArrayLength());

        // Once more something comes in: what was not seen stops it again.
        await site.SayAsync(priya, ticket, "He is here.");
        var keeps = stale.QuerySelector<IHtmlButtonElement>("#reply .primary")!;
        using var stoppedAgain = await browser.SubmitAsync(stale, ticket.Url, "#reply", (keeps.Name!, keeps.Value));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stoppedAgain.StatusCode);
        var last = await stoppedAgain.PageAsync();
        Assert.Equal("Priya Raman answered meanwhile. Read it, then choose.", last.QuerySelector(".stale h2")!.TextContent);

        using var sent = await browser.SubmitAsync(last, ticket.Url, "#reply", (keeps.Name!, keeps.Value));
        Assert.Equal("Reply sent to Priya. Resolved.", (await browser.FollowAsync(sent)).Flash());
        Assert.Equal("resolved", (await site.LookAsync(dana, ticket)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_stopped_reply_can_be_discarded()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(dana);
        var page = await browser.PageAsync(ticket.Url);
        var draft = page.QuerySelector("#reply")!.GetAttribute("data-draft")!;
        using var kept = await browser.PostAsync(draft, new FormUrlEncodedContent(Forms.FieldsOf(page.QuerySelector<IHtmlFormElement>("#reply")!, ("Form.Body", "Kept"))));
        Assert.Equal("Kept", (await browser.PageAsync(ticket.Url)).QuerySelector<IHtmlTextAreaElement>("#reply textarea")!.Value);
        await site.SayAsync(priya, ticket, "More smoke.");

        using var stopped = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "Kept"));
        using var discarded = await browser.SubmitAsync(await stopped.PageAsync(), ticket.Url, "#discard-reply");

        Assert.Equal("", (await browser.FollowAsync(discarded)).QuerySelector<IHtmlTextAreaElement>("#reply textarea")!.Value);
    }

    [Fact]
    public async Task A_note_is_saved_for_the_team_alone()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);

        using var saved = await browser.SubmitAsync(ticket.Url, "#note", ("Form.Body", "The vendor recalls it."));
        var page = await browser.FollowAsync(saved);

        Assert.Equal("Note saved. Only the team sees it.", page.Flash());
        Assert.Contains("The vendor recalls it.", page.GetElementById(saved.Headers.Location!.ToString().Split('#')[1])!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vendor", await site.Browser(priya).GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#reply", "Enter an answer.")]
    [InlineData("#note", "Enter a note.")]
    public async Task An_empty_text_is_asked_for_beside_its_field(string form, string sentence)
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);

        using var refused = await site.Browser(agent).SubmitAsync(ticket.Url, form, ("Form.Body", " "));
        var page = await refused.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".error-summary a[href='#Form_Body']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(sentence, page.QuerySelector($"{form} .error")!.TextContent);
        Assert.Equal("true", page.QuerySelector("#Form_Body")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Nobody_answers_a_ticket_that_is_not_theirs()
    {
        var (priya, other) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya);
        var own = await site.FileAsync(other);
        var browser = site.Browser(other);
        var page = await browser.PageAsync(own.Url);

        using var refused = await browser.PostAsync(
            $"/tickets/{ticket.Id}/messages", new FormUrlEncodedContent(Forms.FieldsOf(page.QuerySelector<IHtmlFormElement>("#answer")!, ("Form.Body", "Hello"))));

        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var looked = await browser.GetAsync($"/tickets/{ticket.Id}/messages");
        Assert.Equal($"/t/{ticket.Id}", looked.Headers.Location!.ToString());
    }
}
