using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.ChangeTicket;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A muted ticket tells no news, in the app or by mail, but what is meant for the one person.</summary>
public sealed class MuteTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_an_employee_mutes_and_unmutes_and_others_still_hear()
    {
        var (requester, copied, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        using var filed = await site.Api(requester).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "Shared", description = "Look.", category = "Hardware", participants = new[] { copied.Email } });
        var json = await filed.JsonAsync();
        var ticket = new FiledTicket(json.Id(), json.Number());
        var browser = site.Browser(requester);
        using var muted = await browser.SubmitAsync(ticket.Url, $"form[action='/tickets/{ticket.Id}/mute']");
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("Muted. You get no more mail or news of this ticket.", page.Flash());
        Assert.Contains("You get no mail or news of this ticket.", page.QuerySelector("aside")!.TextContent, StringComparison.Ordinal);
        Assert.True((await site.LookAsync(requester, ticket)).GetProperty("isMuted").GetBoolean());
        Assert.False((await site.LookAsync(copied, ticket)).GetProperty("isMuted").GetBoolean());

        var mails = await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "A new one is on its way.", status: "waiting_on_employee"));
        Assert.Equal([copied.Id], mails.Select(mail => mail.RecipientId!.Value));
        Assert.Empty(await NewsAsync(requester));
        Assert.Single(await NewsAsync(copied));

        using var unmuted = await browser.SubmitAsync(ticket.Url, $"form[action='/tickets/{ticket.Id}/mute/removal']");
        Assert.Equal("You get news of this ticket again.", (await browser.PageAsync(ticket.Url)).Flash());
        Assert.Contains(await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "It is here.")), mail => mail.RecipientId == requester.Id);
        Assert.Single(await NewsAsync(requester));
    }

    [Fact]
    public async Task By_api_the_teams_mute_holds_but_for_an_assignment()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester);
        await site.ChangeAsync(ana, ticket, new { assigneeId = ana.Id });
        await MuteAsync(ana, ticket);
        await MuteAsync(ana, ticket);
        Assert.Empty(await site.MailsOfAsync(() => site.SayAsync(requester, ticket, "Hello?")));
        await site.ChangeAsync(dana, ticket, new { assigneeId = dana.Id });
        var assigned = Assert.Single(await site.MailsOfAsync(() => site.ChangeAsync(dana, ticket, new { assigneeId = ana.Id })));
        Assert.Equal((AssignedMail.Kind, ana.Id), (assigned.Kind, assigned.RecipientId!.Value));
        Assert.NotNull(await site.ComposeAsync(assigned));
        Assert.Equal(["Dana Okafor assigned it to you."], (await NewsAsync(ana)).Select(news => news.Text("text")));
        using var unmuted = await site.Api(ana).DeleteAsync($"/api/v1/tickets/{ticket.Id}/mute");
        Assert.Equal(HttpStatusCode.NoContent, unmuted.StatusCode);
        Assert.Single(await site.MailsOfAsync(() => site.SayAsync(requester, ticket, "Hello again?")));
    }

    [Fact]
    public async Task In_the_list_of_news_it_is_one_press_and_takes_what_waits_along()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        var mail = Assert.Single(await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "One.")));
        Assert.NotNull(await site.ComposeAsync(mail));
        var browser = site.Browser(requester);
        var page = await browser.PageAsync("/notifications");
        Assert.Contains($"Mute notifications: #{ticket.Number} The lamp is dark", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var muted = await browser.SubmitAsync(page, "/notifications", $"form[action='/tickets/{ticket.Id}/mute']");
        Assert.Equal("/notifications", muted.Headers.Location!.OriginalString);
        page = await browser.PageAsync("/notifications");
        Assert.Null(page.QuerySelector(".unread-news"));
        Assert.Equal("Notifications", page.QuerySelector("[data-bell]")!.GetAttribute("aria-label"));
        // A mail that was not out yet does not go out any more.
        Assert.Null(await site.ComposeAsync(mail));
    }

    [Fact]
    public async Task A_stranger_and_somebody_deactivated_are_turned_away()
    {
        var (requester, stranger) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"));
        var ticket = await site.FileAsync(requester);
        using var theirs = await site.Api(stranger).PutAsync($"/api/v1/tickets/{ticket.Id}/mute", null);
        using var nobody = await site.Api().PutAsync($"/api/v1/tickets/{ticket.Id}/mute", null);
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == requester.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var gone = await site.Api(requester).PutAsync($"/api/v1/tickets/{ticket.Id}/mute", null);
        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (theirs.StatusCode, nobody.StatusCode, gone.StatusCode));
        Assert.Equal(0, await site.WithAsync<TicketsDbContext, int>(db => db.Mutes.CountAsync(mute => mute.TicketId == ticket.Id)));
    }

    private async Task MuteAsync(Person person, FiledTicket ticket)
    {
        using var answer = await site.Api(person).PutAsync($"/api/v1/tickets/{ticket.Id}/mute", null);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    private async Task<List<JsonElement>> NewsAsync(Person person) => [.. (await site.Api(person).JsonAsync("/api/v1/notifications?unread=true")).Items()];
}
