using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class OpenTicketTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Members =
    [
        "id", "number", "subject", "status", "priority", "category", "team", "tags", "requester", "participants", "assignee", "channel",
        "createdAt", "updatedAt", "firstRespondedAt", "resolvedAt", "closedAt", "firstResponseDueAt", "resolutionDueAt", "mergedInto", "version",
    ];

    private static readonly string[] Stranger = ["nobody@example.com"];

    [Fact]
    public async Task A_ticket_comes_back_in_the_shape_of_the_contract()
    {
        var priya = await site.EmployeeAsync();
        var copied = await site.EmployeeAsync("Jonas Weber");
        using var response = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new
        {
            subject = "  Printer on fire  ",
            description = "It **smokes**.\r\nSince Monday.\r\n",
            category = "hardware",
            priority = "urgent",
            tags = "Printer, third-floor ,printer".Split(','),
            participants = new[] { copied.Email.ToUpperInvariant() },
        });
        var ticket = await response.ReadAsync(HttpStatusCode.Created);

        Assert.Equal(
            Members,
            ticket.EnumerateObject().Select(member => member.Name));
        Assert.Equal($"/api/v1/tickets/{ticket.Id()}", response.Headers.Location!.OriginalString);
        Assert.Equal($"\"{ticket.Version()}\"", response.Headers.ETag!.Tag);
        Assert.Equal(7, ticket.Id().Version);
        Assert.True(ticket.Number() > 0);
        Assert.Equal("Printer on fire", ticket.Text("subject"));
        Assert.Equal("open", ticket.Text("status"));
        Assert.Equal("urgent", ticket.Text("priority"));
        Assert.Equal("Hardware", ticket.Text("category"));
        Assert.Equal("api", ticket.Text("channel"));
        Assert.Equal("printer, third-floor", string.Join(", ", ticket.GetProperty("tags").EnumerateArray()));
        Assert.Equal(priya.Id, ticket.GetProperty("requester").Id());
        Assert.Equal("id name", string.Join(' ', ticket.GetProperty("requester").EnumerateObject().Select(member => member.Name)));
        Assert.Equal(copied.Id, Assert.Single(ticket.GetProperty("participants").EnumerateArray()).Id());
        Assert.True(ticket.IsNull("assignee") && ticket.IsNull("team") && ticket.IsNull("mergedInto") && ticket.IsNull("resolvedAt"));

        var detail = await site.Api(priya).ShowAsync(ticket);
        var message = Assert.Single(detail.GetProperty("messages").EnumerateArray());
        Assert.Equal("It **smokes**.\nSince Monday.", message.Text("body"));
        Assert.Contains("<strong>smokes</strong>", message.Text("bodyHtml"), StringComparison.Ordinal);
        Assert.Equal("public", message.Text("kind"));
        Assert.Equal("api", message.Text("channel"));
        Assert.Empty(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal("opened", Assert.Single(detail.GetProperty("events").EnumerateArray()).Text("kind"));
        Assert.Equal(ticket.Text("createdAt"), detail.Text("createdAt"));
        Assert.Equal(ticket.Text("updatedAt"), detail.Text("updatedAt"));
    }

    [Fact]
    public async Task It_is_found_by_number_as_by_id()
    {
        var api = site.Api(await site.EmployeeAsync());
        var ticket = await api.OpenAsync();
        Assert.Equal(ticket.Id(), (await api.JsonAsync($"/api/v1/tickets/{ticket.Number()}")).Id());
        Assert.Equal(ticket.Id(), (await api.JsonAsync($"/api/v1/tickets/%23{ticket.Number()}")).Id());
        foreach (var nothing in new[] { "99999999", "99999999999999999999", "abc", "-1", "0190f3c2-7a11-7c41-9d52-0242ac120002" })
        {
            using var response = await api.GetAsync($"/api/v1/tickets/{nothing}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    public static TheoryData<string, object, string> Faults() => new()
    {
        { "subject", new { description = "d", category = "Other" }, "Enter a subject." },
        { "subject", new { subject = " \n ", description = "d", category = "Other" }, "Enter a subject." },
        { "subject", new { subject = new string('x', 512), description = "d", category = "Other" }, "Subject can have up to 500 characters. It has 512." },
        { "subject", new { subject = "two\nlines", description = "d", category = "Other" }, "Subject contains a character that cannot be used here." },
        { "description", new { subject = "s", description = "", category = "Other" }, "Enter a description." },
        { "description", new { subject = "s", description = new string('x', 100_001), category = "Other" }, "Description can have up to 100,000 characters. It has 100,001." },
        { "category", new { subject = "s", description = "d" }, "Choose a category." },
        { "category", new { subject = "s", description = "d", category = "Nonsense" }, "Choose a category." },
        { "priority", new { subject = "s", description = "d", category = "Other", priority = "High" }, "Choose a priority: low, medium, high or urgent." },
        { "tags", new { subject = "s", description = "d", category = "Other", tags = new[] { new string('t', 51) } }, "A tag can have up to 50 characters. It has 51." },
        { "tags", new { subject = "s", description = "d", category = "Other", tags = Enumerable.Range(1, 21).Select(n => $"t{n}").ToArray() }, "A ticket can have up to 20 tags. It has 21." },
        { "participants", new { subject = "s", description = "d", category = "Other", participants = Stranger }, "nobody@example.com cannot be copied in. Only people of Helpdesk can." },
        { "follows", new { subject = "s", description = "d", category = "Other", follows = "424242" }, "Choose a ticket that you can see." },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_is_said_beside_its_field(string field, object body, string sentence)
    {
        using var response = await site.Api(await site.EmployeeAsync()).PostAsJsonAsync("/api/v1/tickets", body);
        Assert.Equal(sentence, await response.ErrorAsync(field));
    }

    [Fact]
    public async Task The_longest_ticket_fits()
    {
        var api = site.Api(await site.EmployeeAsync());
        var ticket = await api.OpenAsync(new string('x', 500), string.Concat(Enumerable.Range(0, 20_000).Select(n => $"{n:X4} ")).TrimEnd() + ".");
        Assert.Equal(500, ticket.Text("subject").Length);
    }

    [Fact]
    public async Task The_twenty_first_ticket_of_an_hour_is_put_off_and_an_hour_later_taken()
    {
        var priya = await site.EmployeeAsync();
        var api = site.Api(priya);
        for (var i = 0; i < 20; i++)
        {
            await api.OpenAsync();
        }

        using (var response = await api.PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = "Other" }))
        {
            var why = await response.WhyAsync(HttpStatusCode.TooManyRequests);
            Assert.StartsWith("You filed 20 tickets in an hour. Try again at ", why, StringComparison.Ordinal);
            Assert.EndsWith(", or add to an existing one.", why, StringComparison.Ordinal);
            Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalMinutes, 50, 60);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await api.OpenAsync();
    }

    [Fact]
    public async Task The_team_files_for_somebody_else_and_employees_do_not()
    {
        var priya = await site.EmployeeAsync();
        var agent = await site.AgentAsync();
        var ticket = await site.Api(agent).OpenAsync(requester: priya.Email);
        Assert.Equal(priya.Id, ticket.GetProperty("requester").Id());
        Assert.Equal(priya.Email, ticket.GetProperty("requester").Text("email"));
        Assert.True(ticket.IsNull("firstRespondedAt"));
        Assert.Equal(ticket.Id(), (await site.Api(priya).ShowAsync(ticket)).Id());

        using var response = await site.Api(priya).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "s", description = "d", category = "Other", requester = agent.Email });
        Assert.Equal("Only the helpdesk team can file a ticket for somebody else.", await response.WhyAsync(HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task A_repeated_request_files_one_ticket()
    {
        var priya = await site.EmployeeAsync();
        var api = site.Api(priya);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/tickets")
            {
                Content = JsonContent.Create(new { subject = "Once", description = "d", category = "Other" }),
            };
            request.Headers.Add("Idempotency-Key", "the-same");
            using var response = await api.SendAsync(request);
            return (await response.ReadAsync(HttpStatusCode.Created)).Number();
        }));
        Assert.Single(answers.Distinct());
        Assert.Single((await api.JsonAsync("/api/v1/tickets")).Items());
    }
}
