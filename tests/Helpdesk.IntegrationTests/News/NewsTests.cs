using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.ListNews;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.News;

/// <summary>News in the app, through page and API: for whom, in which words, and when they count as read.</summary>
public sealed class NewsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_answer_is_news_for_its_readers_and_for_nobody_else()
    {
        var (requester, agent, stranger) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.EmployeeAsync("Max Moser"));
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        await site.SayAsync(agent, ticket, "A new one is on its way.");
        await site.SayAsync(agent, ticket, "Between us: it is the third.", kind: "internal");

        var one = Assert.Single(await ListAsync(requester));
        Assert.Equal($"#{ticket.Number} The lamp is dark", one.Subject);
        Assert.Equal("Ana Lindqvist answered.", one.Text);
        Assert.StartsWith($"/t/{ticket.Number}#m-", one.Url, StringComparison.Ordinal);
        Assert.Null(one.ReadAt);
        Assert.Empty(await ListAsync(agent));
        Assert.Empty(await ListAsync(stranger));

        var page = await site.Browser(requester).PageAsync("/notifications");
        Assert.Contains("Ana Lindqvist answered.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Notifications, 1 unread", page.QuerySelector("[data-bell]")!.GetAttribute("aria-label"));
        Assert.Contains("Nothing new.", (await site.Browser(stranger).PageAsync("/notifications")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().GetAsync("/notifications")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Api().GetAsync("/api/v1/notifications")).StatusCode);
    }

    [Fact]
    public async Task Opening_the_ticket_reads_its_news_and_no_other()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (first, second) = (await site.FileAsync(requester, "First"), await site.FileAsync(requester, "Second"));
        await site.SayAsync(agent, first, "Answer one.");
        await site.SayAsync(agent, second, "Answer two.");
        var page = await site.Browser(requester).PageAsync(first.Url);
        Assert.Equal("Notifications, 1 unread", page.QuerySelector("[data-bell]")!.GetAttribute("aria-label"));
        Assert.Equal([$"#{second.Number} Second"], (await ListAsync(requester, "?unread=true")).Select(news => news.Subject));
        Assert.Equal([$"#{first.Number} First"], (await ListAsync(requester, "?unread=false")).Select(news => news.Subject));

        using var seen = await site.Api(requester).PutAsJsonAsync($"/api/v1/tickets/{second.Id}/seen", new { until = site.Clock.GetUtcNow() });
        Assert.Equal(HttpStatusCode.NoContent, seen.StatusCode);
        Assert.Empty(await ListAsync(requester, "?unread=true"));
    }

    [Fact]
    public async Task A_page_that_looks_by_itself_reads_nothing()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(agent, ticket, "An answer.");
        var browser = site.Browser(requester);
        using var request = new HttpRequestMessage(HttpMethod.Get, ticket.Url);
        request.Headers.Add("X-Unattended", "1");
        using var looked = await browser.SendAsync(request);
        Assert.Contains("An answer.", await looked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(await ListAsync(requester, "?unread=true"));
        await browser.PageAsync(ticket.Url);
        Assert.Empty(await ListAsync(requester, "?unread=true"));
    }

    [Fact]
    public async Task News_are_marked_as_read_one_by_one_or_all_and_only_ones_own()
    {
        var (requester, other, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(agent, ticket, "One.");
        await site.SayAsync(agent, ticket, "Two.");
        await site.SayAsync(agent, ticket, "Three.");
        var ids = (await ListAsync(requester)).Select(news => news.Id).ToList();

        using var byOther = await site.Api(other).PostAsJsonAsync("/api/v1/notifications/read", new { ids });
        Assert.Equal(HttpStatusCode.NoContent, byOther.StatusCode);
        Assert.Equal(3, (await ListAsync(requester, "?unread=true")).Count);
        using var one = await site.Api(requester).PostAsJsonAsync("/api/v1/notifications/read", new { ids = ids.Take(1) });
        Assert.Equal(2, (await ListAsync(requester, "?unread=true")).Count);

        var browser = site.Browser(requester);
        var page = await browser.PageAsync("/notifications");
        Assert.Contains("answered. And 1 more.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var all = await browser.SubmitAsync(page, "/notifications/read", "main header form");
        Assert.Equal("/notifications", all.Headers.Location!.OriginalString);
        Assert.Empty(await ListAsync(requester, "?unread=true"));
    }

    [Fact]
    public async Task What_one_may_no_longer_see_is_no_news()
    {
        var (requester, copied, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        using var filed = await site.Api(requester).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "Shared", description = "Look.", category = "Hardware", participants = new[] { copied.Email } });
        var id = (await filed.JsonAsync()).GetProperty("id").GetGuid();
        await site.SayAsync(agent, new FiledTicket(id, 0), "An answer.");
        Assert.Single(await ListAsync(copied));

        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync($"update tickets.tickets set participant_ids = array[]::uuid[] where id = {id}"));
        Assert.Empty(await ListAsync(copied));
        Assert.Equal("Notifications", (await site.Browser(copied).PageAsync("/")).QuerySelector("[data-bell]")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_list_goes_on_where_it_stopped_and_says_what_is_wrong_with_a_request()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        for (var i = 0; i < 5; i++)
        {
            await site.SayAsync(agent, ticket, $"Answer {i}.");
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await site.Api(requester).GetFromJsonAsync<JsonElement>($"/api/v1/notifications?limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(news => news.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(5, seen.Distinct().Count());
        foreach (var wrong in new[] { "?limit=0", "?limit=101", "?cursor=abc" })
        {
            using var refused = await site.Api(requester).GetAsync($"/api/v1/notifications{wrong}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task Somebody_deactivated_gets_none()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == requester.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        await site.SayAsync(agent, ticket, "Nobody hears this.");
        Assert.Equal(0, await site.WithAsync<AuthDbContext, int>(db => db.Set<Notification>().CountAsync(news => news.UserId == requester.Id)));
    }

    [Fact]
    public async Task A_finished_copy_of_ones_data_is_news()
    {
        var employee = await site.EmployeeAsync();
        using var asked = await site.Api(employee).PostAsync("/api/v1/auth/me/export", null);
        Assert.True(asked.IsSuccessStatusCode);
        await Eventually.TrueAsync("the copy is ready", async () => (await ListAsync(employee)).Count == 1);
        var news = Assert.Single(await ListAsync(employee));
        Assert.Equal(("Your data", "/account/data"), (news.Subject, news.Url));
    }

    private async Task<List<NewsView>> ListAsync(Person person, string query = "")
    {
        var page = await site.Api(person).GetFromJsonAsync<JsonElement>($"/api/v1/notifications{query}");
        return page.GetProperty("items").Deserialize<List<NewsView>>(JsonSerializerOptions.Web)!;
    }
}
