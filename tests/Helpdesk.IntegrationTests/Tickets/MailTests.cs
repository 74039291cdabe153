using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class MailTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Tag = ["x"];

    [Fact]
    public async Task Each_act_mails_whom_it_concerns_and_nobody_their_own_act()
    {
        var priya = await site.EmployeeAsync();
        var jonas = await site.EmployeeAsync("Jonas Weber");
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var (p, j, d, a) = (site.Api(priya), site.Api(jonas), site.Api(dana), site.Api(ana));
        JsonElement ticket = default;
        async Task AssertMailsAsync(Func<Task> act, params (Person To, string Kind)[] expected)
        {
            var rows = await site.MailsOfAsync(act);
            Assert.Equal(expected.Select(mail => $"{mail.Kind} {mail.To.Email}").Order(), rows.Select(row => $"{row.Kind} {row.ToAddress}").Order());
            Assert.All(rows, row => Assert.Equal($"ticket-{ticket.Id():N}@localhost", Assert.Single(row.References)));
            Assert.All(rows, row => Assert.Equal(ticket.Id(), JsonDocument.Parse(row.Parameters).RootElement.GetProperty("ticket").GetGuid()));
            Assert.All(rows, row => Assert.Null(row.Secrets));
        }

        await AssertMailsAsync(async () => ticket = await p.OpenAsync(participants: [jonas.Email]), (priya, "ticket-received"));
        await AssertMailsAsync(() => d.NoteAsync(ticket, "Odd."));
        await AssertMailsAsync(() => p.SayAsync(ticket, "Hello?"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { assigneeId = ana.Id }), (ana, "ticket-assigned"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { assigneeId = dana.Id }));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { priority = "high", category = "Network", tags = Tag }));
        await AssertMailsAsync(() => d.SayAsync(ticket, "Look.", "waiting_on_employee"), (priya, "ticket-reply"), (jonas, "ticket-reply"));
        await AssertMailsAsync(() => a.SayAsync(ticket, "And here."), (priya, "ticket-reply"), (jonas, "ticket-reply"));
        await AssertMailsAsync(() => p.SayAsync(ticket, "I looked."), (dana, "ticket-reply"));
        await AssertMailsAsync(() => j.SayAsync(ticket, "Me too."), (dana, "ticket-reply"), (priya, "ticket-reply"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { status = "waiting_on_employee" }), (priya, "ticket-status-changed"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { status = "resolved" }), (priya, "ticket-resolved"));
        await AssertMailsAsync(() => p.MoveAsync(ticket, "open"));
        await AssertMailsAsync(() => d.SayAsync(ticket, "Done.", "resolved"), (priya, "ticket-reply"), (jonas, "ticket-reply"));
        await AssertMailsAsync(() => p.MoveAsync(ticket, "closed"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { status = "open", assigneeId = ana.Id }), (priya, "ticket-status-changed"), (ana, "ticket-assigned"));
        await AssertMailsAsync(() => d.ChangeAsync(ticket, new { status = "open" }));

        await AssertMailsAsync(async () => ticket = await d.OpenAsync(requester: priya.Email), (priya, "ticket-received"));
        await AssertMailsAsync(() => a.TakeAsync(ticket), (priya, "ticket-status-changed"));
    }

    [Fact]
    public async Task Mails_say_the_fact_first_with_the_number_and_link_to_the_page()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        JsonElement ticket = default;
        var received = await ComposedAsync(async () => ticket = await site.Api(priya).OpenAsync("Printer on fire"));
        var number = ticket.Number();
        Assert.Equal($"[#{number}] We got your request: Printer on fire", received.Subject);
        Assert.Equal($"https://help.example.com/t/{number}", received.Blocks.OfType<MailBlock.Button>().Single().Url);

        var reply = await ComposedAsync(() => site.Api(dana).SayAsync(ticket, $"# Pull\n\nthe **plug**, {new string('x', 200)}", "waiting_on_employee"));
        Assert.Equal(($"[#{number}] Printer on fire", "Dana Diaz answered"), (reply.Subject, reply.Heading));
        var message = Assert.IsType<MailBlock.Message>(reply.Blocks[0]);
        Assert.Equal(("Dana Diaz", "# Pull"), (message.Author, message.Markdown[..6]));
        Assert.StartsWith($"https://help.example.com/t/{number}#m-", reply.Blocks.OfType<MailBlock.Button>().Single().Url, StringComparison.Ordinal);
        Assert.InRange(reply.Preheader.Length, 20, 90);
        Assert.StartsWith("Pull the plug, xxx", reply.Preheader, StringComparison.Ordinal);

        var assigned = await ComposedAsync(() => site.Api(dana).ChangeAsync(ticket, new { assigneeId = ana.Id }));
        Assert.Equal($"[#{number}] Dana Diaz assigned this to you: Printer on fire", assigned.Subject);
        var status = await ComposedAsync(() => site.Api(dana).ChangeAsync(ticket, new { status = "in_progress" }));
        Assert.Equal($"[#{number}] In progress: Printer on fire", status.Subject);
        var resolved = await ComposedAsync(() => site.Api(dana).ChangeAsync(ticket, new { status = "resolved" }));
        Assert.Equal($"[#{number}] Resolved: Printer on fire", resolved.Subject);
        foreach (var content in new[] { received, reply, assigned, status, resolved })
        {
            Assert.InRange(content.Preheader.Length, 1, 90);
            Assert.StartsWith("You get this mail because ", content.Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("@example.com", string.Join(' ', content.Blocks), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_longer_true_or_allowed_at_the_time_of_sending_is_not_told()
    {
        var priya = await site.EmployeeAsync();
        var jonas = await site.EmployeeAsync("Jonas Weber");
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var ticket = await site.Api(priya).OpenAsync(participants: [jonas.Email]);

        var waiting = await OneAsync(() => site.Api(dana).ChangeAsync(ticket, new { status = "waiting_on_employee" }));
        var resolved = await OneAsync(() => site.Api(dana).ChangeAsync(ticket, new { status = "resolved" }));
        Assert.Null(await site.ComposeAsync(waiting));
        Assert.NotNull(await site.ComposeAsync(resolved));
        (await site.Api(priya).MoveAsync(ticket, "open")).Dispose();
        Assert.Null(await site.ComposeAsync(resolved));

        var assigned = await OneAsync(() => site.Api(dana).ChangeAsync(ticket, new { assigneeId = ana.Id }));
        Assert.NotNull(await site.ComposeAsync(assigned));
        (await site.Api(dana).ChangeAsync(ticket, new { assigneeId = dana.Id })).Dispose();
        Assert.Null(await site.ComposeAsync(assigned));

        var replies = await site.MailsOfAsync(() => site.Api(dana).SayAsync(ticket, "Look."));
        var (toPriya, toJonas) = (replies.Single(row => row.RecipientId == priya.Id), replies.Single(row => row.RecipientId == jonas.Id));
        Assert.NotNull(await site.ComposeAsync(toJonas));
        await site.WithAsync<TicketsDbContext>(async db => await db.Tickets.Where(row => row.Id == ticket.Id())
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ParticipantIds, Array.Empty<Guid>())));
        Assert.Null(await site.ComposeAsync(toJonas));
        Assert.NotNull(await site.ComposeAsync(toPriya));
        await DeactivateAsync(priya);
        Assert.Null(await site.ComposeAsync(toPriya));
        Assert.Empty(await site.MailsOfAsync(() => site.Api(dana).SayAsync(ticket, "Anybody?")));
    }

    private Task DeactivateAsync(Person person) => site.WithAsync<AuthDbContext>(async db =>
        await db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));

    private async Task<OutboxEmail> OneAsync(Func<Task> act) => Assert.Single(await site.MailsOfAsync(act));

    private async Task<MailContent> ComposedAsync(Func<Task> act) =>
        await site.ComposeAsync(await OneAsync(act)) ?? throw new InvalidOperationException("The mail was dropped.");
}
