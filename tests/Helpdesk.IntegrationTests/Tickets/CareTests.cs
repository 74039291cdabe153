using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets.Care;
using Helpdesk.Tickets.ChangeStatus;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Reminders, resolving and closing by themselves: at their time, once, told to the requester, and open to an answer.</summary>
public sealed class CareTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_question_is_asked_again_after_three_days_and_the_ticket_resolved_after_seven_and_closed_after_fourteen()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        await site.SayAsync(agent, ticket, "Which room is it?", status: "waiting_on_employee");
        Assert.Empty(await CareAsync(requester));

        site.Clock.Advance(TimeSpan.FromDays(3));
        var reminder = Assert.Single(await CareAsync(requester));
        Assert.Equal((ReminderMail.Kind, requester.Id), (reminder.Kind, reminder.RecipientId!.Value));
        var content = (await site.ComposeAsync(reminder))!;
        Assert.Equal($"[#{ticket.Number}] We need your answer", content.Subject);
        Assert.Contains(content.Blocks, block => block is Helpdesk.Platform.Email.MailBlock.Message { Markdown: "Which room is it?" });
        Assert.Empty(await CareAsync(requester));

        site.Clock.Advance(TimeSpan.FromDays(4));
        var resolved = Assert.Single(await CareAsync(requester));
        Assert.Equal(ResolvedMail.Kind, resolved.Kind);
        Assert.StartsWith("We did not hear from you", (await site.ComposeAsync(resolved))!.Preheader, StringComparison.Ordinal);
        Assert.Null(await site.ComposeAsync(reminder));
        Assert.Equal("resolved", (await site.LookAsync(requester, ticket)).Text("status"));

        site.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(StatusChangedMail.Kind, Assert.Single(await CareAsync(requester)).Kind);
        Assert.Equal("closed", (await site.LookAsync(requester, ticket)).Text("status"));
        var page = await site.Browser(requester).PageAsync(ticket.Url);
        Assert.Contains("We reminded you of our question", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The helpdesk closed the ticket", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_begins_the_time_anew()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(agent, ticket, "Which room?", status: "waiting_on_employee");
        site.Clock.Advance(TimeSpan.FromDays(2));
        await site.SayAsync(requester, ticket, "Room 3.");
        site.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await CareAsync(requester));
        await site.SayAsync(agent, ticket, "And which lamp?", status: "waiting_on_employee");
        site.Clock.Advance(TimeSpan.FromDays(2.9));
        Assert.Empty(await CareAsync(requester));
        site.Clock.Advance(TimeSpan.FromDays(0.1));
        Assert.Single(await CareAsync(requester));

        // A word on a resolved ticket keeps it from closing for seven more days.
        await site.ChangeAsync(agent, ticket, new { status = "resolved" });
        site.Clock.Advance(TimeSpan.FromDays(5));
        await site.SayAsync(agent, ticket, "For the record: it was the fuse.");
        site.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Empty(await CareAsync(requester));
    }

    [Fact]
    public async Task Of_two_instances_that_look_at_once_one_acts()
    {
        var agent = await site.AgentAsync();
        var people = new HashSet<Guid>();
        for (var i = 0; i < 60; i++)
        {
            var person = await site.EmployeeAsync($"Person {(char)('A' + (i % 26))}");
            people.Add(person.Id);
            await site.SayAsync(agent, await site.FileAsync(person), "Which room?", status: "waiting_on_employee");
        }

        site.Clock.Advance(TimeSpan.FromDays(3));
        var mails = await site.MailsOfAsync(() => Task.WhenAll(RunAsync(), RunAsync(), RunAsync()));
        var reminders = mails.Where(mail => mail.Kind == ReminderMail.Kind && people.Contains(mail.RecipientId!.Value)).ToList();
        Assert.Equal(60, reminders.Count);
        Assert.Equal(60, reminders.Select(mail => mail.RecipientId).Distinct().Count());
    }

    [Fact]
    public async Task Each_rule_can_be_turned_off()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        foreach (var key in new[] { CareSettings.RemindAfterDays, CareSettings.ResolveAfterDays, CareSettings.CloseAfterDays })
        {
            await SetAsync(key, "0");
        }

        var ticket = await site.FileAsync(requester);
        await site.SayAsync(agent, ticket, "Which room?", status: "waiting_on_employee");
        site.Clock.Advance(TimeSpan.FromDays(20));
        Assert.Empty(await CareAsync(requester));
        foreach (var (key, days) in new[] { (CareSettings.RemindAfterDays, "3"), (CareSettings.ResolveAfterDays, "7"), (CareSettings.CloseAfterDays, "7") })
        {
            await SetAsync(key, days);
        }

        using var closed = await site.Api(requester).PatchAsJsonAsync($"/api/v1/tickets/{ticket.Id}", new { status = "closed" });
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
    }

    private Task SetAsync(SettingKey key, string value) =>
        site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(key, value, null, CancellationToken.None));

    /// <summary>The mails to this person; other tests of the class have tickets too.</summary>
    private async Task<List<Helpdesk.Platform.Email.OutboxEmail>> CareAsync(Person requester) =>
        [.. (await site.MailsOfAsync(RunAsync)).Where(mail => mail.RecipientId == requester.Id)];

    private Task RunAsync() => site.WithAsync<TicketCare>(care => care.RunAsync(CancellationToken.None));
}
