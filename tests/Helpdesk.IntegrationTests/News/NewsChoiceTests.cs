using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Digest;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.News;

/// <summary>What people choose is what they get: in the app, by mail at once, with the morning's digest, or not at all.</summary>
public sealed class NewsChoiceTests(Site site) : IClassFixture<Site>
{
    private const string Answered = "ticket-answered";

    [Fact]
    public async Task By_page_the_choices_are_shown_kept_and_offered_by_role()
    {
        var (employee, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var browser = site.Browser(employee);
        var page = await browser.PageAsync("/account/notifications");
        Assert.DoesNotContain("assigned to me", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("assigned to me", (await site.Browser(agent).PageAsync("/account/notifications")).Body!.TextContent, StringComparison.Ordinal);

        // The second event is the answer; its box is cleared and its mail waits for the digest.
        using var saved = await browser.SubmitAsync(
            page, "/account/notifications", "main form", ("Form.Events[1].InApp", "false"), ("Form.Events[1].Mail", "digest"), ("Form.QuietFrom", "22:00"), ("Form.QuietTo", "07:30"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var kept = await site.Api(employee).GetFromJsonAsync<JsonElement>("/api/v1/auth/notifications");
        var answer = kept.GetProperty("events").EnumerateArray().Single(choice => choice.Text("event") == Answered);
        Assert.Equal("digest", answer.Text("mail"));
        Assert.False(answer.GetProperty("inApp").GetBoolean());
        Assert.Equal(("22:00", "07:30"), (kept.Text("quietFrom"), kept.Text("quietTo")));

        using var wrong = await browser.SubmitAsync("/account/notifications", "main form", ("Form.QuietFrom", "22:00"), ("Form.QuietTo", "22:00"));
        Assert.Equal(["The quiet hours must end at another time than they start."], await wrong.ProblemsAsync());
    }

    [Fact]
    public async Task By_api_one_choice_changes_alone_and_nonsense_is_refused()
    {
        var employee = await site.EmployeeAsync();
        var api = site.Api(employee);
        using var changed = await api.PatchAsJsonAsync("/api/v1/auth/notifications", new { events = new[] { new { @event = Answered, mail = "off" } } });
        var choices = (await changed.JsonAsync()).GetProperty("events").EnumerateArray().ToDictionary(choice => choice.Text("event"));
        Assert.Equal("off", choices[Answered].Text("mail"));
        Assert.True(choices[Answered].GetProperty("inApp").GetBoolean());
        Assert.Equal("now", choices["ticket-status"].Text("mail"));

        using var offInApp = await api.PatchAsJsonAsync("/api/v1/auth/notifications", new { events = new[] { new { @event = Answered, inApp = false } } });
        Assert.Equal("off", (await offInApp.JsonAsync()).GetProperty("events").EnumerateArray().Single(choice => choice.Text("event") == Answered).Text("mail"));
        using var back = await api.PatchAsJsonAsync("/api/v1/auth/notifications", new { events = new[] { new { @event = Answered, mail = "now", inApp = true } } });
        Assert.Equal(0, await site.WithAsync<AuthDbContext, int>(db => db.NotificationChoices.CountAsync(choice => choice.UserId == employee.Id)));

        foreach (var nonsense in new object[]
        {
            new { events = new[] { new { @event = "no-such-event", mail = "off" } } },
            new { events = new[] { new { @event = "ticket-assigned", mail = "off" } } },
            new { events = new[] { new { @event = Answered, mail = "hourly" } } },
            new { events = new[] { new { @event = Answered, mail = "off" }, new { @event = Answered, mail = "now" } } },
            new { quietFrom = "25:00", quietTo = "07:00" },
            new { quietFrom = "22:00" },
        })
        {
            using var refused = await api.PatchAsJsonAsync("/api/v1/auth/notifications", nonsense);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task What_is_turned_off_does_not_come_and_the_standard_does()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var mail = Assert.Single(await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "One.")));
        Assert.Equal((ReplyMail.Kind, requester.Id), (mail.Kind, mail.RecipientId!.Value));

        await ChooseAsync(requester, "off", inApp: false);
        Assert.Empty(await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "Two.")));
        Assert.Single((await site.Api(requester).GetFromJsonAsync<JsonElement>("/api/v1/notifications")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task In_quiet_hours_mail_waits_until_they_end()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var now = site.Clock.GetUtcNow();
        using var chosen = await site.Api(requester).PatchAsJsonAsync("/api/v1/auth/notifications", new
        {
            quietFrom = now.AddHours(-1).ToString("HH:mm", CultureInfo.InvariantCulture),
            quietTo = now.AddHours(2).ToString("HH:mm", CultureInfo.InvariantCulture),
        });
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var mail = Assert.Single(await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "Sleep well.")));
        Assert.InRange(mail.NextAttemptAt, now.AddHours(1.9), now.AddHours(2));
    }

    [Fact]
    public async Task The_digest_comes_once_in_the_morning_and_says_what_is_still_true()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        await ChooseAsync(requester, "digest");
        var (first, second) = (await site.FileAsync(requester, "First"), await site.FileAsync(requester, "Second"));
        Assert.Empty(await site.MailsOfAsync(async () =>
        {
            await site.SayAsync(agent, first, "One.");
            await site.SayAsync(agent, first, "Two.");
            await site.SayAsync(agent, second, "Three.");
        }));
        Assert.DoesNotContain(await site.MailsOfAsync(WriteAsync), mail => mail.RecipientId == requester.Id);

        // A day later it is past eight wherever one is; of two instances that look at once, one writes.
        site.Clock.Advance(TimeSpan.FromDays(1));
        var digest = Assert.Single(await site.MailsOfAsync(() => Task.WhenAll(WriteAsync(), WriteAsync())), mail => mail.RecipientId == requester.Id);
        Assert.Equal(DigestMail.Kind, digest.Kind);
        var content = (await site.ComposeAsync(digest))!;
        Assert.Equal("2 tickets wait for you", content.Subject);
        Assert.Equal(
            [$"[#{first.Number}] First (2)", $"[#{second.Number}] Second"],
            Assert.IsType<MailBlock.Links>(Assert.Single(content.Blocks)).Rows.Select(row => row.Text));
        Assert.DoesNotContain(await site.MailsOfAsync(WriteAsync), mail => mail.RecipientId == requester.Id);

        // Who has left in the meantime gets none, and the items are not kept for them.
        await site.SayAsync(agent, second, "Four.");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == requester.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        Assert.Null(await site.ComposeAsync(digest));
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.DoesNotContain(await site.MailsOfAsync(WriteAsync), mail => mail.RecipientId == requester.Id);
        Assert.Equal(0, await site.WithAsync<AuthDbContext, int>(db => db.Set<DigestItem>().CountAsync(item => item.RecipientId == requester.Id && item.DigestId == null)));
    }

    private Task WriteAsync() => site.WithAsync<DigestWriter>(writer => writer.WriteAsync(CancellationToken.None));

    private async Task ChooseAsync(Person person, string mail, bool inApp = true)
    {
        using var answer = await site.Api(person).PatchAsJsonAsync("/api/v1/auth/notifications", new { events = new[] { new { @event = Answered, mail, inApp } } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
