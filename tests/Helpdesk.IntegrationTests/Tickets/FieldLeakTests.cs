using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Personal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A field for the team has a word of its own in its name and in its value. The word is looked for in all that others get.</summary>
public sealed class FieldLeakTests(Site site) : IClassFixture<Site>
{
    private const string Word = "zanzibar";

    [Fact]
    public async Task A_field_for_the_team_reaches_nobody_else_by_any_way()
    {
        var (admin, agent) = (await site.AdminAsync(), await site.AgentAsync());
        var (priya, jonas, other, gone) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Other Person"), await site.EmployeeAsync("Gone Person"));
        var category = await site.CategoryAsync(admin, new { name = "Devices" });
        await site.FieldAsync(admin, category, new { label = "Asset tag" });
        await site.FieldAsync(admin, category, new { label = "Zanzibar case", key = "zanzibar_case", hint = "A zanzibarhint.", isForTheTeam = true });
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        await using var stream = await EventStream.OpenAsync(site.Browser(priya));
        using var filed = await site.Api(priya).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "s", description = "d", category = "Devices", fields = new { asset_tag = "LT-1" }, participants = new[] { jonas.Email } });
        var ticket = await filed.ReadAsync(HttpStatusCode.Created);
        (await site.Api(agent).ChangeAsync(ticket, new { fields = new { zanzibar_case = "zanzibarvalue of a hippopotamus", asset_tag = "LT-2" } })).Dispose();
        (await site.Api(agent).SayAsync(ticket, "A public answer.", "waiting_on_employee")).Dispose();
        Assert.Contains("zanzibarvalue", (await site.Api(agent).ShowAsync(ticket)).GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Zanzibar case", await site.Browser(agent).GetStringAsync($"/t/{ticket.Number()}"), StringComparison.Ordinal);

        var looked = 0;
        foreach (var person in new[] { priya, jonas, other, gone, null })
        {
            foreach (var way in new[]
            {
                "tickets", "tickets?q=public", "tickets?q=hippopotamus", $"tickets/{ticket.Id()}", $"tickets/{ticket.Number()}", "tickets/changes?since=2020-01-01T00:00:00Z", "ticket-categories",
                "search?q=hippopotamus", "search?q=public", "drafts/new", "admin/tickets?q=hippopotamus", "admin/tickets/export", "admin/ticket-categories", $"admin/ticket-categories/{category}", "notifications",
            })
            {
                looked += await LookAsync(site.Api(person), $"/api/v1/{way}");
            }

            foreach (var page in new[]
            {
                "/", "/tickets", "/tickets?box=open&q=hippopotamus", $"/t/{ticket.Number()}", "/tickets/new", $"/tickets/new/fields?category={category}", "/queue", "/search?q=hippopotamus",
                "/admin/categories", $"/admin/categories/{category}", $"/tickets/{ticket.Id()}/details",
            })
            {
                looked += await LookAsync(site.Browser(person), page);
            }
        }

        Assert.True(looked > 60_000, $"Only {looked} letters were looked at.");
        await LookIntoMailsAsync(priya, jonas);
        await stream.WaitForAsync("ticket", ticket.Id().ToString());
        AssertClean(string.Join('\n', stream.Heard.Select(news => $"{news.Name} {news.Data}")), "a stream");
        var copy = await site.WithAsync<TicketExport, string>(async export =>
            JsonSerializer.Serialize(await export.ReadAsync(priya.Id, CancellationToken.None).ToListAsync()));
        Assert.Contains("LT-2", copy, StringComparison.Ordinal);
        AssertClean(copy, "the personal copy");
    }

    private static async Task<int> LookAsync(HttpClient client, string url)
    {
        using var response = await client.GetAsync(url);
        var text = await response.Content.ReadAsStringAsync();
        AssertClean(text, url);
        return text.Length;
    }

    private async Task LookIntoMailsAsync(params Person[] employees)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<TicketsDbContext>().Set<OutboxEmail>().AsNoTracking().ToListAsync();
        var kinds = scope.ServiceProvider.GetServices<IMailKind>().ToDictionary(kind => kind.Name);
        var composed = 0;
        foreach (var row in rows.Where(row => employees.Any(person => person.Id == row.RecipientId)))
        {
            var content = await kinds[row.Kind].ComposeAsync(row.ToCompose(), CancellationToken.None);
            AssertClean($"{row.Parameters} {content?.Subject} {content?.Preheader} {content?.Heading} {string.Join('\n', content?.Blocks ?? [])}", row.Kind);
            composed++;
        }

        Assert.True(composed >= 2);
    }

    private static void AssertClean(string text, string where) =>
        Assert.False(text.Contains(Word, StringComparison.OrdinalIgnoreCase), $"{Word} is told at {where}: {text}");
}
