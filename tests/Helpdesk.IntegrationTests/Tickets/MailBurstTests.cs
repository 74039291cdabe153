using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Several answers in a row make few mails: the first at once, the others in one, and none is lost.</summary>
public sealed class MailBurstTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_first_goes_at_once_and_what_follows_comes_in_one_mail_two_minutes_later()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        await site.SayAsync(ana, ticket, "One.");
        var first = Assert.Single(await RepliesAsync(requester));
        Assert.True(first.NextAttemptAt <= site.Clock.GetUtcNow());
        await SendAsync(first);

        await site.SayAsync(ana, ticket, "Two.");
        await site.SayAsync(dana, ticket, "Three.");
        await site.SayAsync(ana, ticket, "Four.", status: "waiting_on_employee");
        var second = Assert.Single(await RepliesAsync(requester), mail => mail.SentAt is null);
        Assert.Equal(first.NextAttemptAt + MailBursts.Pause, second.NextAttemptAt);
        Assert.NotEqual(first.MessageId, second.MessageId);
        var content = (await site.ComposeAsync(second))!;
        Assert.Equal(($"[#{ticket.Number}] The lamp is dark", "3 new messages", "3 new messages: Two."), (content.Subject, content.Heading, content.Preheader));
        Assert.Equal(
            [("Ana Lindqvist", "Two."), ("Dana Okafor", "Three."), ("Ana Lindqvist", "Four.")],
            content.Blocks.OfType<MailBlock.Message>().Select(message => (message.Author, message.Markdown)));
        Assert.Equal("Answer", content.Blocks.OfType<MailBlock.Button>().Single().Text);

        // In the app each is there at once.
        Assert.Equal(4, (await site.Api(requester).JsonAsync("/api/v1/notifications?unread=true")).Items().Count());
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await SendAsync(second);
        await site.SayAsync(ana, ticket, "Five.");
        Assert.True(Assert.Single(await RepliesAsync(requester), mail => mail.SentAt is null).NextAttemptAt <= site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Who_answers_in_between_does_not_wait_for_the_next_answer()
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(ana, ticket, "One?");
        await SendAsync(Assert.Single(await RepliesAsync(requester)));
        await site.SayAsync(ana, ticket, "Two?");
        Assert.True((await RepliesAsync(requester))[^1].NextAttemptAt > site.Clock.GetUtcNow());
        await site.SayAsync(requester, ticket, "Both.");
        await site.SayAsync(ana, ticket, "Then so.");
        var waiting = Assert.Single(await RepliesAsync(requester), mail => mail.SentAt is null);
        Assert.True(waiting.NextAttemptAt <= site.Clock.GetUtcNow());
        Assert.Equal(["Two?", "Then so."], await SaidAsync([waiting]));
        await SendAsync(waiting);
        await site.SayAsync(requester, ticket, "Thank you.");
        await site.SayAsync(ana, ticket, "Gladly.");
        Assert.True(Assert.Single(await RepliesAsync(requester), mail => mail.SentAt is null).NextAttemptAt <= site.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_mail_that_a_drain_has_begun_with_is_left_alone()
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(ana, ticket, "One.");
        await site.WithAsync<TicketsDbContext>(db => db.Set<OutboxEmail>().Where(mail => mail.RecipientId == requester.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Attempts, 1).SetProperty(mail => mail.LockedUntil, site.Clock.GetUtcNow().AddMinutes(1))));
        await site.SayAsync(ana, ticket, "Two.");
        var mails = await RepliesAsync(requester);
        Assert.Equal(["One.", "Two."], await SaidAsync(mails));
        Assert.Equal(2, mails.Count);
    }

    [Fact]
    public async Task Of_many_that_answer_at_once_while_mails_are_taken_none_is_lost_or_told_twice()
    {
        const int answers = 24;
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        using var done = new CancellationTokenSource();
        var taking = TakeAsync(requester, done.Token);
        await Task.WhenAll(Enumerable.Range(0, answers).Select(i => site.SayAsync(ana, ticket, $"Answer {i}.")));
        await done.CancelAsync();
        await taking;
        var said = await SaidAsync(await RepliesAsync(requester));
        Assert.Equal(Enumerable.Range(0, answers).Select(i => $"Answer {i}.").Order(), said.Order());
    }

    [Fact]
    public async Task Others_and_other_tickets_have_mails_of_their_own_and_the_last_word_on_the_status_counts()
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var (first, second) = (await site.FileAsync(requester, "First"), await site.FileAsync(requester, "Second"));
        await site.SayAsync(ana, first, "One.");
        await site.SayAsync(ana, second, "Two.");
        Assert.Equal(2, (await RepliesAsync(requester)).Count);
        foreach (var status in new[] { "in_progress", "waiting_on_employee", "in_progress" })
        {
            await site.ChangeAsync(ana, first, new { status });
        }

        var told = Assert.Single(await MailsAsync(requester, StatusChangedMail.Kind));
        Assert.Equal("In progress", (await site.ComposeAsync(told))!.Heading);
    }

    [Fact]
    public async Task In_quiet_hours_a_night_of_answers_is_one_mail_in_the_morning()
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var now = site.Clock.GetUtcNow();
        using var chosen = await site.Api(requester).PatchAsync("/api/v1/auth/notifications", System.Net.Http.Json.JsonContent.Create(new
        {
            quietFrom = now.AddHours(-1).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            quietTo = now.AddHours(3).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        }));
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        var ticket = await site.FileAsync(requester);
        await site.SayAsync(ana, ticket, "One.");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.SayAsync(ana, ticket, "Two.");
        var mail = Assert.Single(await RepliesAsync(requester));
        Assert.InRange(mail.NextAttemptAt, now.AddHours(2.9), now.AddHours(3));
        Assert.Equal(["One.", "Two."], await SaidAsync([mail]));
    }

    /// <summary>Takes mails as drains do, one at a time, as fast as it can.</summary>
    private async Task TakeAsync(Person person, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync(
                $"""
                update platform.outbox set attempts = attempts + 1, sent_at = now(), next_attempt_at = next_attempt_at - interval '1 hour'
                where id = any (array(
                    select id from platform.outbox where sent_at is null and recipient_id = {person.Id} and kind = {ReplyMail.Kind} limit 1 for update skip locked))
                """,
                CancellationToken.None));
        }
    }

    private async Task<List<string>> SaidAsync(IEnumerable<OutboxEmail> mails)
    {
        var said = new List<string>();
        foreach (var mail in mails)
        {
            said.AddRange((await site.ComposeAsync(mail))!.Blocks.OfType<MailBlock.Message>().Select(message => message.Markdown));
        }

        return said;
    }

    private Task SendAsync(OutboxEmail mail) => site.WithAsync<TicketsDbContext>(db => db.Set<OutboxEmail>().Where(row => row.Id == mail.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, site.Clock.GetUtcNow()).SetProperty(row => row.Attempts, 1)));

    private Task<List<OutboxEmail>> RepliesAsync(Person person) => MailsAsync(person, ReplyMail.Kind);

    private Task<List<OutboxEmail>> MailsAsync(Person person, string kind) => site.WithAsync<TicketsDbContext, List<OutboxEmail>>(db =>
        db.Set<OutboxEmail>().AsNoTracking().Where(mail => mail.RecipientId == person.Id && mail.Kind == kind).OrderBy(mail => mail.CreatedAt).ToListAsync());
}
