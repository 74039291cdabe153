using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Merging as a pointer, through page and API: who reads what, where answers land, and that it can be taken back.</summary>
public sealed class MergeTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_pages_both_are_shown_with_who_gains_access_then_merged_then_taken_back()
    {
        var (priya, max, agent) = (await site.EmployeeAsync("Priya Patel"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var (first, second) = (await site.FileAsync(priya, "Printer on fire"), await site.FileAsync(max, "It burns in room 3"));
        var browser = site.Browser(agent);
        using var looked = await browser.SubmitAsync($"/tickets/{second.Id}/merge", "main form", ("into", $"#{first.Number}"));
        var page = await looked.PageAsync();
        Assert.Contains("Max Moser will be copied in", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Priya Patel can read the messages", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var merged = await browser.SubmitAsync(page, "", "main form");
        page = await browser.FollowAsync(merged);
        Assert.Equal($"Merged into #{first.Number}.", page.Flash());
        Assert.Contains("It burns in room 3", page.QuerySelector(".merged-list")!.TextContent, StringComparison.Ordinal);

        // Whoever opens the merged one is led on.
        using var led = await site.Browser(max).GetAsync(second.Url);
        Assert.Equal(first.Url, led.Headers.Location!.OriginalString);

        using var back = await browser.SubmitAsync(first.Url, ".merged-list form");
        Assert.Equal("The merge is taken back.", (await browser.FollowAsync(back)).Flash());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(max).GetAsync(first.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Browser(max).GetAsync(second.Url)).StatusCode);
        Assert.Equal("open", (await site.LookAsync(max, second)).Text("status"));
    }

    [Fact]
    public async Task Tickets_chosen_in_the_queue_are_merged_into_the_oldest_or_the_chosen_one_once_the_page_said_who_gains_access()
    {
        var (priya, max, agent) = (await site.EmployeeAsync("Priya Patel"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var (first, second, third) = (await site.FileAsync(priya, "Double A"), await site.FileAsync(max, "Double B"), await site.FileAsync(max, "Double C"));
        var browser = site.Browser(agent);
        var queue = await browser.PageAsync("/queue?q=double");
        var fields = Forms.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)queue.QuerySelector("form[action='/queue/changes']")!, ("Form.Ids", third.Id.ToString()), ("Form.Ids", second.Id.ToString()), ("Form.Ids", first.Id.ToString()));
        using var asked = await browser.PostAsync("/queue/merge", new FormUrlEncodedContent(fields));
        var page = await asked.PageAsync();
        Assert.Contains("Max Moser will be copied in on", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"Merge into #{first.Number}", page.QuerySelector("main button")!.TextContent);

        // Another choice asks again before it does anything.
        using var other = await browser.SubmitAsync(page, "", "main form", ("Survivor", third.Id.ToString()));
        page = await other.PageAsync();
        Assert.Contains("Priya Patel will be copied in on", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True((await site.LookAsync(agent, first)).IsNull("mergedInto"));
        using var merged = await browser.SubmitAsync(page, "", "main form");
        Assert.Equal(third.Url, merged.Headers.Location!.OriginalString);
        Assert.Equal(third.Id, (await site.LookAsync(agent, first)).GetProperty("mergedInto").GetGuid());
        Assert.Equal(third.Id, (await site.LookAsync(agent, second)).GetProperty("mergedInto").GetGuid());
    }

    [Fact]
    public async Task By_api_many_are_merged_as_a_whole_or_not_at_all()
    {
        var (priya, max, agent) = (await site.EmployeeAsync("Priya Patel"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var tickets = new List<FiledTicket>();
        foreach (var requester in new[] { priya, priya, priya, priya, max })
        {
            tickets.Add(await site.FileAsync(requester, "Echo"));
        }

        await MergeAsync(agent, tickets[3], tickets[0]);
        Guid[] all = [.. tickets.Select(ticket => ticket.Id)];
        foreach (var (ids, into, status) in new (Guid[], Guid?, HttpStatusCode)[]
        {
            ([all[1]], null, HttpStatusCode.BadRequest),
            ([all[1], all[1]], null, HttpStatusCode.BadRequest),
            ([all[1], all[2]], all[0], HttpStatusCode.BadRequest),
            ([.. Enumerable.Range(0, 21).Select(_ => Guid.NewGuid())], null, HttpStatusCode.BadRequest),
            ([all[2], all[1], Guid.NewGuid()], all[1], HttpStatusCode.NotFound),
            ([all[4], all[1], all[3]], null, HttpStatusCode.Conflict),
        })
        {
            using var refused = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/merge", new { ids, into });
            Assert.Equal(status, refused.StatusCode);
        }

        Assert.Equal(1, await site.WithAsync<TicketsDbContext, int>(db => db.Tickets.CountAsync(ticket => all.Contains(ticket.Id) && ticket.MergedIntoId != null)));
        using var merged = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/merge", new { ids = new[] { all[4], all[1], all[2] } });
        var survivor = await merged.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(all[1], survivor.Id());
        Assert.Equal(["Max Moser"], survivor.GetProperty("participants").EnumerateArray().Select(person => person.Text("name")));
        Assert.Equal(all[1], (await site.LookAsync(agent, tickets[2])).GetProperty("mergedInto").GetGuid());
        Assert.NotNull(await site.LineAboutAsync(all[2], "ticket.merged"));
        Assert.NotNull(await site.LineAboutAsync(all[4], "ticket.merged"));
        using var byRequester = await site.Api(priya).PostAsJsonAsync("/api/v1/admin/tickets/merge", new { ids = all });
        Assert.Equal(HttpStatusCode.Forbidden, byRequester.StatusCode);
    }

    [Fact]
    public async Task The_one_that_goes_on_shows_both_conversations_and_gets_the_answers_to_both()
    {
        var (priya, max, agent) = (await site.EmployeeAsync("Priya Patel"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var (first, second) = (await site.FileAsync(priya, "First", "It smokes."), await site.FileAsync(max, "Second", "It burns."));
        await site.SayAsync(agent, second, "A secret of the team.", kind: "internal");
        await MergeAsync(agent, second, first);

        Assert.Equal(["It smokes.", "It burns."], Bodies(await site.LookAsync(priya, first)));
        Assert.Equal(["It smokes.", "It burns."], Bodies(await site.LookAsync(max, first)));
        Assert.Equal(["It smokes.", "It burns.", "A secret of the team."], Bodies(await site.LookAsync(agent, first)));
        Assert.Equal("closed", (await site.LookAsync(max, second)).Text("status"));
        Assert.Equal(first.Id, (await site.LookAsync(max, second)).GetProperty("mergedInto").GetGuid());

        // An answer to the merged number lands where the matter goes on; everybody there hears the team's answer.
        await site.SayAsync(max, second, "Now the curtain too.");
        await site.SayAsync(agent, second, "A note on the merged one.", kind: "internal");
        Assert.Equal("Now the curtain too.", Bodies(await site.LookAsync(priya, first))[^1]);
        var mails = await site.MailsOfAsync(() => site.SayAsync(agent, first, "The fire brigade is on its way."));
        Assert.Equal(new HashSet<Guid> { max.Id, priya.Id }, mails.Where(mail => mail.Kind == ReplyMail.Kind).Select(mail => mail.RecipientId!.Value).ToHashSet());

        using var changed = await site.Api(agent).PatchAsJsonAsync($"/api/v1/admin/tickets/{second.Id}", new { priority = "high" });
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        using var reopened = await site.Api(max).PatchAsJsonAsync($"/api/v1/tickets/{second.Id}", new { status = "open" });
        Assert.Equal(HttpStatusCode.Conflict, reopened.StatusCode);
    }

    [Fact]
    public async Task Chains_are_followed_and_loops_refused()
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (a, b, c) = (await site.FileAsync(priya, "A", "a"), await site.FileAsync(priya, "B", "b"), await site.FileAsync(priya, "C", "c"));
        await MergeAsync(agent, a, b);
        await MergeAsync(agent, b, c);
        Assert.Equal(["a", "b", "c"], Bodies(await site.LookAsync(priya, c)).Order());
        await site.SayAsync(priya, a, "An answer to the first.");
        Assert.Equal("An answer to the first.", Bodies(await site.LookAsync(priya, c))[^1]);

        foreach (var (from, into, sentence) in new[]
        {
            (c, a, $"#{a.Number} is part of this ticket already."),
            (c, c, "A ticket cannot be merged into itself."),
        })
        {
            using var refused = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{from.Id}/merge", new { into = into.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(sentence, (await refused.JsonAsync()).GetProperty("errors").GetProperty("into")[0].GetString());
        }

        using var again = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{a.Id}/merge", new { into = c.Id });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var unknown = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{c.Id}/merge", new { into = "999999" });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        // What was merged into the middle one goes with it.
        using var back = await site.Api(agent).DeleteAsync($"/api/v1/admin/tickets/{b.Id}/merge");
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(["c", "An answer to the first."], Bodies(await site.LookAsync(priya, c)));
        Assert.Equal(["a", "b"], Bodies(await site.LookAsync(priya, b)));
        using var twice = await site.Api(agent).DeleteAsync($"/api/v1/admin/tickets/{b.Id}/merge");
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Two_who_merge_two_tickets_into_each_other_at_once_make_no_loop()
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = (await site.FileAsync(priya, "A"), await site.FileAsync(priya, "B"));
            var answers = await Task.WhenAll(
                site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{a.Id}/merge", new { into = b.Id }),
                site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{b.Id}/merge", new { into = a.Id }));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task What_was_copied_in_by_the_merge_goes_with_it_and_what_was_there_before_stays()
    {
        var (priya, max, both, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.EmployeeAsync("Bo Both"), await site.AgentAsync());
        var first = await FileWithAsync(priya, both);
        var second = await FileWithAsync(max, both);
        await site.ChangeAsync(agent, second, new { status = "waiting_on_employee" });
        await MergeAsync(agent, second, first);
        Assert.Equal(HttpStatusCode.OK, (await site.Api(max).GetAsync($"/api/v1/tickets/{first.Id}")).StatusCode);
        using var back = await site.Api(agent).DeleteAsync($"/api/v1/admin/tickets/{second.Id}/merge");
        Assert.Equal("waiting_on_employee", (await back.JsonAsync()).Text("status"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(max).GetAsync($"/api/v1/tickets/{first.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Api(both).GetAsync($"/api/v1/tickets/{first.Id}")).StatusCode);
    }

    private static List<string> Bodies(JsonElement ticket) => [.. ticket.GetProperty("messages").EnumerateArray().Select(message => message.Text("body"))];

    private async Task MergeAsync(Person agent, FiledTicket ticket, FiledTicket into)
    {
        using var answer = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/merge", new { into = into.Id });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(into.Id, (await answer.JsonAsync()).GetProperty("id").GetGuid());
    }

    private async Task<FiledTicket> FileWithAsync(Person requester, Person participant)
    {
        using var filed = await site.Api(requester).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "Shared", description = "Look.", category = "Hardware", participants = new[] { participant.Email } });
        var json = await filed.JsonAsync();
        return new FiledTicket(json.GetProperty("id").GetGuid(), json.GetProperty("number").GetInt32());
    }
}
