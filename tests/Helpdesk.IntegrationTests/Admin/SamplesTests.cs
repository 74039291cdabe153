using System.Net;
using AngleSharp.Dom;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>Sample data through page and API: what comes, that it is marked, that nobody is told of it, and that it comes and goes once.</summary>
public sealed class SamplesTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly Dictionary<string, int> None = new() { ["ticket"] = 0, ["article"] = 0, ["person"] = 0 };
    private static readonly Dictionary<string, int> All = new() { ["ticket"] = 6, ["article"] = 3, ["person"] = 2 };

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync() => await site.RemoveSamplesAsync(await site.AdminAsync());

    [Fact]
    public async Task By_pages_it_is_added_seen_and_removed_again()
    {
        var admin = await site.AdminAsync();
        var browser = site.Browser(admin);
        var page = await browser.PageAsync("/admin/samples");
        Assert.Contains("6 tickets, 3 articles and 2 people", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var early = (await browser.PageAsync("/admin/samples/removal")).QuerySelector("main")!;
        Assert.Contains("There is no sample data.", early.TextContent, StringComparison.Ordinal);
        Assert.Null(early.QuerySelector("button.danger"));
        Assert.DoesNotContain("Sample", (await CardAsync(browser)).TextContent, StringComparison.Ordinal);

        using var added = await browser.SubmitAsync(page, "/admin/samples", "main form");
        page = await browser.FollowAsync(added);
        Assert.Equal("The sample data is there.", page.Flash());
        Assert.Contains("6 tickets, 3 articles and 2 people", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(All, await site.SamplesAsync(admin));
        foreach (var link in page.QuerySelectorAll("main p a"))
        {
            Assert.Contains("Sample: ", await browser.GetStringAsync(link.GetAttribute("href")), StringComparison.Ordinal);
        }

        var asked = await browser.PageAsync((await CardAsync(browser)).QuerySelector("a.button")!.GetAttribute("href")!);
        Assert.Equal("Remove the sample data?", asked.QuerySelector("h1")!.TextContent);
        Assert.Contains("6 tickets, 3 articles and 2 people", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var removed = await browser.SubmitAsync(asked, "/admin/samples/removal", "main form");
        page = await browser.FollowAsync(removed);
        Assert.Equal("The sample data is gone.", page.Flash());
        Assert.DoesNotContain("Sample", (await CardAsync(browser)).TextContent, StringComparison.Ordinal);
        Assert.Equal(None, await site.SamplesAsync(admin));
        Assert.Empty(await site.SampleTicketsAsync(admin));
    }

    [Fact]
    public async Task What_comes_shows_the_product_and_says_what_it_is()
    {
        var admin = await site.AdminAsync();
        var (mails, news) = (await CountAsync<OutboxEmail>(), await CountAsync<Notification>());
        await site.AddSamplesAsync(admin);
        Assert.Equal((mails, news), (await CountAsync<OutboxEmail>(), await CountAsync<Notification>()));

        var tickets = (await site.Api(admin).JsonAsync("/api/v1/admin/tickets?tag=sample")).Items().ToList();
        Assert.All(tickets, ticket => Assert.StartsWith("Sample: ", ticket.Text("subject"), StringComparison.Ordinal));
        Assert.Equal(["in_progress", "open", "resolved", "waiting_on_employee"], tickets.Select(ticket => ticket.Text("status")).Distinct().Order());
        Assert.Equal(["high", "low", "medium", "urgent"], tickets.Select(ticket => ticket.Text("priority")).Distinct().Order());
        Assert.Equal(5, tickets.Select(ticket => ticket.Text("category")).Distinct().Count());
        Assert.All(tickets, ticket => Assert.Equal(ticket.Text("status") != "open", !ticket.IsNull("assignee") && ticket.GetProperty("assignee").Id() == admin.Id));
        var details = await Task.WhenAll(tickets.Select(site.Api(admin).ShowAsync));
        var messages = details.SelectMany(ticket => ticket.GetProperty("messages").EnumerateArray()).ToList();
        Assert.Contains(messages, message => message.Text("kind") == "internal");
        Assert.All(messages, message => Assert.True(message.GetProperty("createdAt").GetDateTimeOffset() <= site.Clock.GetUtcNow()));

        var items = (await site.Api(admin).JsonAsync("/api/v1/kb/search?q=sample&tag=sample")).Items().ToList();
        Assert.Equal(["everyone", "everyone", "internal"], items.Select(item => item.Text("visibility")).Order());
        Assert.All(items, item => Assert.StartsWith("Sample: ", item.Text("title"), StringComparison.Ordinal));
        var employee = site.Browser(await site.EmployeeAsync());
        foreach (var item in items)
        {
            using var read = await employee.GetAsync($"/kb/{item.Text("slug")}");
            Assert.Equal(item.Text("visibility") == "internal" ? HttpStatusCode.NotFound : HttpStatusCode.OK, read.StatusCode);
        }

        var people = await PeopleAsync();
        Assert.All(people, person => Assert.Equal((false, Role.Employee, (string?)null), (person.IsActive, person.Role, person.PasswordHash)));
        Assert.All(people, person => Assert.EndsWith(" Sample", person.Name, StringComparison.Ordinal));
        var lines = await site.WithAsync<AuthDbContext, List<AuditEntry>>(db => db.Set<AuditEntry>().Where(line => line.ActorId == admin.Id).ToListAsync());
        Assert.Equal(["account.created", "account.created", "samples.added"], lines.Select(line => line.Action).Order());
    }

    [Fact]
    public async Task Many_at_once_add_and_remove_it_once_and_it_may_come_again()
    {
        var admin = await site.AdminAsync();
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.AddSamplesAsync(admin)));
            Assert.Equal(All, await site.SamplesAsync(admin));
            Assert.Equal(2, (await PeopleAsync()).Count);
            Assert.Equal(6, (await site.SampleTicketsAsync(admin)).Count);
            await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.RemoveSamplesAsync(admin)));
            Assert.Equal(None, await site.SamplesAsync(admin));
            Assert.Empty(await PeopleAsync());
        }

        var lines = await site.WithAsync<AuthDbContext, List<AuditEntry>>(db => db.Set<AuditEntry>().Where(line => line.ActorId == admin.Id && line.Action.StartsWith("samples.")).ToListAsync());
        Assert.Equal(["samples.added", "samples.added", "samples.removed", "samples.removed"], lines.Select(line => line.Action).Order());
    }

    [Fact]
    public async Task Nobody_gets_mail_when_the_team_answers_the_sample_people()
    {
        var (admin, dana) = (await site.AdminAsync(), await site.AgentAsync());
        await site.AddSamplesAsync(admin);
        var mails = await site.MailsOfAsync(async () =>
        {
            var api = site.Api(dana);
            foreach (var ticket in (await site.SampleTicketsAsync(dana)).Values.Where(ticket => ticket.Text("status") == "open"))
            {
                var page = await site.Browser(dana).PageAsync($"/t/{ticket.Number()}");
                Assert.Equal("Nobody gets mail for it.", page.QuerySelector("#goes-to")!.TextContent);
            }

            foreach (var ticket in (await site.SampleTicketsAsync(dana)).Values)
            {
                using var said = await api.SayAsync(ticket, "Here is how.", "waiting_on_employee");
                Assert.Equal(HttpStatusCode.Created, said.StatusCode);
                using var solved = await api.ChangeAsync(ticket, new { status = "resolved" });
                Assert.Equal(HttpStatusCode.OK, solved.StatusCode);
            }

            using var asked = await site.Browser().SubmitAsync("/forgot", "main form", ("Form.Email", (await PeopleAsync())[0].Email!));
        });
        Assert.DoesNotContain(mails, mail => mail.ToAddress.EndsWith(".invalid", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.Contains(mail.RecipientId!.Value, new[] { admin.Id, dana.Id }));
        Assert.Equal(0, await site.WithAsync<TicketsDbContext, int>(db => db.Set<DigestItem>().CountAsync()));
    }

    private static async Task<IElement> CardAsync(HttpClient browser) => (await browser.PageAsync("/admin")).QuerySelector("[aria-labelledby=checklist]")!;

    private Task<List<User>> PeopleAsync() => site.WithAsync<AuthDbContext, List<User>>(db => db.Users.Where(user => user.Email!.EndsWith("@sample.invalid")).ToListAsync());

    private Task<int> CountAsync<T>()
        where T : class => site.WithAsync<TicketsDbContext, int>(db => db.Set<T>().CountAsync());
}
