using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class ConcurrencyTests(Site site) : IClassFixture<Site>
{
    private const int Many = 50;

    [Fact]
    public async Task Fifty_tickets_at_once_have_fifty_numbers()
    {
        var dana = await site.AgentAsync();
        var tickets = await AtOnceAsync(_ => site.Api(dana).OpenAsync());
        Assert.Equal(Many, tickets.Select(ticket => ticket.Number()).Distinct().Count());
        Assert.Equal(Many, tickets.Select(ticket => ticket.Id()).Distinct().Count());
    }

    [Fact]
    public async Task Of_fifty_who_take_one_ticket_one_gets_it()
    {
        var ticket = await site.Api(await site.EmployeeAsync()).OpenAsync();
        var agents = new List<Person>();
        for (var i = 0; i < Many; i++)
        {
            agents.Add(await site.AgentAsync($"Agent Number{i}"));
        }

        var answers = await AtOnceAsync(async i =>
        {
            using var response = await site.Api(agents[i]).TakeAsync(ticket);
            return (Agent: agents[i], response.StatusCode, Text: await response.Content.ReadAsStringAsync());
        });
        var winner = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer != winner), answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        Assert.All(answers.Where(answer => answer != winner), answer => Assert.Contains($"{winner.Agent.Name} took it already.", answer.Text, StringComparison.Ordinal));
        var shown = await site.Api(winner.Agent).ShowAsync(ticket);
        Assert.Equal(winner.Agent.Id, shown.GetProperty("assignee").Id());
        Assert.Single(shown.GetProperty("events").EnumerateArray(), entry => entry.Text("kind") == "assigned");
    }

    [Fact]
    public async Task Of_fifty_changes_of_one_version_one_is_made()
    {
        var dana = await site.AgentAsync();
        var ticket = await site.Api(dana).OpenAsync();
        var answers = await AtOnceAsync(async i =>
        {
            using var response = await site.Api(dana).ChangeAsync(ticket, new { tags = new[] { $"t{i}" } }, ticket.Version());
            return response.StatusCode;
        });
        Assert.Single(answers, HttpStatusCode.OK);
        Assert.Equal(Many - 1, answers.Count(answer => answer == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task Answers_notes_and_changes_at_once_all_arrive()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ticket = await site.Api(priya).OpenAsync();
        var answers = await AtOnceAsync(async i =>
        {
            using var response = (i % 4) switch
            {
                0 => await site.Api(priya).SayAsync(ticket, $"Words {i}."),
                1 => await site.Api(dana).SayAsync(ticket, $"Words {i}."),
                2 => await site.Api(dana).NoteAsync(ticket, $"Words {i}."),
                _ => await site.Api(dana).ChangeAsync(ticket, new { tags = new[] { $"t{i}" } }),
            };
            return response.StatusCode;
        });
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.Created or HttpStatusCode.OK, $"{answer}"));
        var shown = await site.Api(dana).ShowAsync(ticket);
        var bodies = shown.GetProperty("messages").EnumerateArray().Skip(1).Select(message => message.Text("body")).ToList();
        Assert.Equal(Enumerable.Range(0, Many).Where(i => i % 4 != 3).Select(i => $"Words {i}.").Order(), bodies.Order());
        Assert.Equal(
            Enumerable.Range(0, Many).Count(i => i % 4 == 3),
            shown.GetProperty("events").EnumerateArray().Count(entry => entry.Text("kind") == "tags_changed"));

        // Each list is in the order of time.
        Assert.Equal(Times(shown, "messages", "createdAt").Order(), Times(shown, "messages", "createdAt"));
        Assert.Equal(Times(shown, "events", "at").Order(), Times(shown, "events", "at"));
    }

    private static List<DateTimeOffset> Times(JsonElement ticket, string list, string name) =>
        [.. ticket.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(name).GetDateTimeOffset())];

    private static async Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> act)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable.Range(0, Many).Select(async i =>
        {
            await begin.Task;
            return await act(i);
        }).ToList();
        begin.SetResult();
        return await Task.WhenAll(all);
    }
}
