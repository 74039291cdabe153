using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Where the command menu leads: every line opens for who is offered it, and nobody is offered more.</summary>
public sealed class CommandsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_place_opens_for_whom_it_is_offered()
    {
        var (employee, agent, admin) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AdminAsync());
        using var saved = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name = "Printers", query = "status=open&q=printer", sharing = "everybody" });
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        using var own = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/views", new { name = "Not yours", query = "status=open", sharing = "own" });
        Assert.Equal(HttpStatusCode.Created, own.StatusCode);
        foreach (var person in new[] { employee, agent, admin })
        {
            var lines = await LinesAsync(person, "");
            Assert.InRange(lines.Count, 10, 60);
            foreach (var line in lines)
            {
                using var answer = await site.Browser(person).GetAsync(line.Text("url"));
                Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{person.Name}: {line.Text("url")} answered {answer.StatusCode}");
            }
        }

        var (theirs, theTeams, everything) = (Texts(await LinesAsync(employee, "")), Texts(await LinesAsync(agent, "")), Texts(await LinesAsync(admin, "")));
        Assert.Equal(["Home", "My tickets", "New ticket", "Knowledge base", "Search", "Notifications"], theirs.Take(6));
        Assert.DoesNotContain(theirs, text => text is "Queue" or "Printers" or "Unassigned" or "Canned answers" || text.StartsWith("Admin", StringComparison.Ordinal));
        Assert.Contains("Queue", theTeams);
        Assert.Contains("Printers", theTeams);
        Assert.DoesNotContain("Not yours", theTeams);
        Assert.DoesNotContain(theTeams, text => text.StartsWith("Admin", StringComparison.Ordinal));
        Assert.Contains("Admin: Overview", everything);
        Assert.Contains("Not yours", everything);
    }

    [Fact]
    public async Task Words_find_tickets_and_for_the_team_people()
    {
        var (priya, other, agent) = (await site.EmployeeAsync("Ottoline Pax"), await site.EmployeeAsync("Other Person"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, "Harpsichord out of tune");

        Assert.Equal([$"#{ticket.Number} Harpsichord out of tune"], Texts(await LinesAsync(priya, "harpsi")));
        Assert.Empty(await LinesAsync(other, "harpsi"));
        Assert.Equal(ticket.Url, (await LinesAsync(agent, $"{ticket.Number}"))[0].Text("url"));
        var person = Assert.Single(await LinesAsync(agent, "ottoline"));
        Assert.Equal(("People", "Ottoline Pax", $"/queue?requester={priya.Id}"), (person.Text("group"), person.Text("text"), person.Text("url")));
        Assert.Empty(await LinesAsync(agent, "x"));
    }

    private async Task<List<JsonElement>> LinesAsync(Person person, string words) =>
        [.. (await site.Browser(person).GetFromJsonAsync<JsonElement>($"/search/commands?q={Uri.EscapeDataString(words)}")).EnumerateArray()];

    private static List<string> Texts(IEnumerable<JsonElement> lines) => [.. lines.Select(line => line.Text("text"))];
}
