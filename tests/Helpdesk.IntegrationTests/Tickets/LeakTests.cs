using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Words that only the team may read, looked for in everything that others get.</summary>
public sealed class LeakTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Canaries = ["zanzibarnote", "zanzibartag", "zanzibardraft", "Zanzibar Assignee"];
    private static readonly string[] Tag = ["zanzibartag"];

    [Fact]
    public async Task Nothing_internal_reaches_an_employee_by_any_way()
    {
        var priya = await site.EmployeeAsync();
        var jonas = await site.EmployeeAsync("Jonas Weber");
        var other = await site.EmployeeAsync("Other Person");
        var dana = await site.AgentAsync();
        var hidden = await site.AgentAsync("Zanzibar Assignee");
        var agent = site.Api(dana);
        var ticket = await site.Api(priya).OpenAsync(participants: [jonas.Email]);
        (await agent.NoteAsync(ticket, "A zanzibarnote about a hippopotamus.")).Dispose();
        (await agent.ChangeAsync(ticket, new { tags = Tag, assigneeId = hidden.Id })).Dispose();
        (await agent.ChangeAsync(ticket, new { tags = Array.Empty<string>(), assigneeId = dana.Id })).Dispose();
        (await agent.PutAsJsonAsync($"/api/v1/drafts/note/{ticket.Id()}", new { body = "A zanzibardraft." })).Dispose();
        (await agent.SayAsync(ticket, "A public answer.", "waiting_on_employee")).Dispose();
        (await agent.NoteAsync(ticket, "Another zanzibarnote about it.")).Dispose();

        var shown = await agent.ShowAsync(ticket);
        Assert.Contains("zanzibarnote", shown.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("zanzibartag", shown.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Zanzibar Assignee", shown.GetRawText(), StringComparison.Ordinal);
        Assert.NotEmpty((await agent.JsonAsync("/api/v1/admin/tickets?q=hippopotamus")).Items());

        var looked = 0;
        foreach (var person in new[] { priya, jonas, other })
        {
            string[] ways =
            [
                "/api/v1/tickets", "/api/v1/tickets?q=public", "/api/v1/tickets?q=hippopotamus", "/api/v1/tickets?q=zanzibartag", "/api/v1/tickets/counts",
                $"/api/v1/tickets/{ticket.Id()}", $"/api/v1/tickets/{ticket.Number()}", "/api/v1/admin/tickets?q=hippopotamus", "/api/v1/drafts/new",
                "/api/v1/search?q=public", "/api/v1/search?q=hippopotamus", "/api/v1/search?q=hippopotamis", "/api/v1/search?q=zanzibarn", "/api/v1/search?q=zanzibrtag",
            ];
            foreach (var way in ways)
            {
                looked += await LookAsync(site.Api(person), way);
            }

            foreach (var page in new[] { "/", "/tickets", "/tickets?box=open&q=hippopotamus", $"/t/{ticket.Number()}", "/tickets/new", "/queue", $"/queue?q=hippopotamus", "/search?q=public", "/search?q=hippopotamis", "/search/commands", "/search/commands?q=zanzibar+assig" })
            {
                looked += await LookAsync(site.Browser(person), page);
            }

            using var said = await site.Api(person).SayAsync(ticket, "Mine.");
            AssertClean(await said.Content.ReadAsStringAsync(), "the answer to a message");
            Assert.Empty((await site.Api(person).JsonAsync("/api/v1/tickets?q=hippopotamus")).Items());
        }

        Assert.True(looked > 10_000);
        Assert.True(await LookIntoMailsAsync(priya, jonas) >= 4);
    }

    private static async Task<int> LookAsync(HttpClient client, string url)
    {
        using var response = await client.GetAsync(url);
        var text = await response.Content.ReadAsStringAsync();
        AssertClean(text, url);
        return text.Length;
    }

    private static void AssertClean(string text, string where) =>
        Assert.All(Canaries, canary => Assert.False(text.Contains(canary, StringComparison.OrdinalIgnoreCase), $"{canary} is told at {where}: {text}"));

    private async Task<int> LookIntoMailsAsync(params Person[] employees)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<TicketsDbContext>().Set<OutboxEmail>().AsNoTracking().ToListAsync();
        var kinds = scope.ServiceProvider.GetServices<IMailKind>().ToDictionary(kind => kind.Name);
        var composed = 0;
        foreach (var row in rows.Where(row => employees.Any(person => person.Id == row.RecipientId)))
        {
            AssertClean(row.Parameters, "an outbox row");
            var content = await kinds[row.Kind].ComposeAsync(row.ToCompose(), CancellationToken.None);
            AssertClean(JsonSerializer.Serialize(content?.Subject + content?.Preheader + content?.Heading + content?.Reason), row.Kind);
            foreach (var block in content?.Blocks ?? [])
            {
                AssertClean(block.ToString(), row.Kind);
                composed++;
            }
        }

        return composed;
    }
}
