using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Care;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Reply;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Two instances of the product on one database: what happens on one is seen on the other, and what must happen once happens once.</summary>
public sealed class TwoInstancesTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private readonly WebApplicationFactory<Program> other = site.WithWebHostBuilder(_ => { });

    public ValueTask InitializeAsync()
    {
        _ = site.Services;
        _ = other.Services;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => other.DisposeAsync();

    [Fact]
    public async Task A_change_on_one_reaches_the_pages_that_listen_to_the_other()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        await using var team = await EventStream.OpenAsync(OtherBrowser(ana));
        await using var own = await EventStream.OpenAsync(OtherBrowser(requester));
        var ticket = await site.FileAsync(requester);
        await team.WaitForAsync("ticket", ticket.Id.ToString());
        await own.WaitForAsync("ticket", $"{ticket.Id} ");
        await site.SayAsync(dana, ticket, "A word for all.");
        await own.WaitForAsync("notifications", "1");

        // And the other way round.
        await using var here = await EventStream.OpenAsync(site.Browser(ana));
        using var said = await OtherApi(dana).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "Another." });
        await here.WaitForAsync("ticket", ticket.Id.ToString());
        Assert.DoesNotContain(here.Heard, news => news.Data.EndsWith(" own", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_is_there_crosses_over_and_is_shown_by_both()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester);
        await using var here = await EventStream.OpenAsync(site.Browser(ana));
        using var told = await OtherApi(dana).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "replying" });
        await here.WaitForAsync("presence", "\"name\":\"Dana Okafor\"");
        Assert.Contains("Dana is replying", await site.Browser(ana).GetStringAsync(ticket.Url), StringComparison.Ordinal);
        Assert.Contains("Dana is replying", await OtherBrowser(ana).GetStringAsync("/queue?view=open"), StringComparison.Ordinal);
        using var left = await site.Api(dana).DeleteAsync($"/api/v1/admin/tickets/{ticket.Id}/presence");
        await here.WaitForAsync("presence", "\"state\":\"gone\"");
        Assert.DoesNotContain("Dana is", await OtherBrowser(ana).GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Held_replies_leave_once_whichever_instance_held_them()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        using var chosen = await site.Api(agent).PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "10" });
        // However long a busy machine takes to write them.
        using var still = site.Clock.Stop();
        var tickets = new List<FiledTicket>();
        for (var i = 0; i < 6; i++)
        {
            var ticket = await site.FileAsync(requester);
            using var held = await (i % 2 == 0 ? site.Api(agent) : OtherApi(agent)).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "A reply." });
            held.EnsureSuccessStatusCode();
            tickets.Add(ticket);
        }

        // Each instance looks each second by itself.
        var mails = await site.MailsOfAsync(async () =>
        {
            site.Clock.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync("all are posted", async () => await site.WithAsync<TicketsDbContext, int>(db => db.HeldReplies.CountAsync()) == 0);
        });
        Assert.Equal(tickets.Count, mails.Count(mail => mail.Kind == ReplyMail.Kind && mail.RecipientId == requester.Id));
        foreach (var ticket in tickets)
        {
            Assert.Single((await site.LookAsync(requester, ticket)).GetProperty("messages").EnumerateArray(), message => message.Text("body") == "A reply.");
        }
    }

    [Fact]
    public async Task Reminders_resolving_and_closing_come_once()
    {
        var agent = await site.AgentAsync();
        var people = new List<Person>();
        for (var i = 0; i < 12; i++)
        {
            people.Add(await site.EmployeeAsync());
            await site.SayAsync(agent, await site.FileAsync(people[^1]), "Which room?", status: "waiting_on_employee");
        }

        foreach (var (days, kind) in new[] { (3, ReminderMail.Kind), (4, ResolvedMail.Kind), (7, StatusChangedMail.Kind) })
        {
            site.Clock.Advance(TimeSpan.FromDays(days));
            var mails = (await site.MailsOfAsync(() => Task.WhenAll(CareAsync(site.Services), CareAsync(other.Services), CareAsync(site.Services), CareAsync(other.Services))))
                .Where(mail => people.Any(person => person.Id == mail.RecipientId)).ToList();
            Assert.All(mails, mail => Assert.Equal(kind, mail.Kind));
            Assert.Equal(people.Select(person => person.Id).Order(), mails.Select(mail => mail.RecipientId!.Value).Order());
        }
    }

    [Fact]
    public async Task Answers_through_both_join_one_mail()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            using var said = await (i % 2 == 0 ? site.Api(agent) : OtherApi(agent)).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = $"Answer {i}." });
            said.EnsureSuccessStatusCode();
        }));
        var mail = Assert.Single(await site.WithAsync<TicketsDbContext, List<OutboxEmail>>(db =>
            db.Set<OutboxEmail>().AsNoTracking().Where(mail => mail.RecipientId == requester.Id && mail.Kind == ReplyMail.Kind).ToListAsync()));
        Assert.Equal(10, (await site.ComposeAsync(mail))!.Blocks.OfType<MailBlock.Message>().Select(message => message.Markdown).Distinct().Count());
    }

    private static async Task CareAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TicketCare>().RunAsync(CancellationToken.None);
    }

    private HttpClient OtherBrowser(Person person) => new(new CookieJar(OtherClient(), person.Cookie)) { BaseAddress = site.ClientOptions.BaseAddress };

    private HttpClient OtherApi(Person person)
    {
        var client = OtherClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        return client;
    }

    private HttpClient OtherClient() =>
        other.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = site.ClientOptions.BaseAddress, AllowAutoRedirect = false, HandleCookies = false });
}
