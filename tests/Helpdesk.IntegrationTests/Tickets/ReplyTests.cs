using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class ReplyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_answer_comes_back_as_a_message_and_says_where_it_is()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ticket = await site.Api(priya).OpenAsync();
        using var response = await site.Api(dana).SayAsync(ticket, "Pull the *plug*.", "waiting_on_employee");
        var message = await response.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(
            "id kind author body bodyHtml channel createdAt attachments redactedAt redactedBy",
            string.Join(' ', message.EnumerateObject().Select(member => member.Name)));
        Assert.Equal($"/api/v1/tickets/{ticket.Id()}#m-{message.Id()}", response.Headers.Location!.OriginalString);
        Assert.Equal(dana.Id, message.GetProperty("author").Id());
        Assert.Contains("<em>plug</em>", message.Text("bodyHtml"), StringComparison.Ordinal);

        var seen = await site.Api(priya).ShowAsync(ticket);
        Assert.Equal("waiting_on_employee", seen.Text("status"));
        Assert.Equal(seen.Text("updatedAt"), seen.Text("firstRespondedAt"));
        Assert.Equal(["It smokes.", "Pull the *plug*."], seen.GetProperty("messages").EnumerateArray().Select(entry => entry.Text("body")));
        Assert.DoesNotContain("@example.com", seen.GetRawText(), StringComparison.Ordinal);

        await site.Api(priya).SayAsync(ticket, "It is out.");
        Assert.Equal("open", (await site.Api(priya).ShowAsync(ticket)).Text("status"));
    }

    [Fact]
    public async Task A_participant_answers_but_does_not_move_the_ticket()
    {
        var jonas = await site.EmployeeAsync("Jonas Weber");
        var ticket = await site.Api(await site.EmployeeAsync()).OpenAsync(participants: [jonas.Email]);
        using var said = await site.Api(jonas).SayAsync(ticket, "Here too.");
        await said.ReadAsync(HttpStatusCode.Created);
        using var moved = await site.Api(jonas).SayAsync(ticket, "Fixed.", "resolved");
        Assert.Equal("Only the person who filed this ticket can change its status.", await moved.WhyAsync(HttpStatusCode.Forbidden));
        Assert.Equal(2, (await site.Api(jonas).ShowAsync(ticket)).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_sent_past_an_answer_that_the_writer_did_not_see()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var ticket = await site.Api(priya).OpenAsync();
        var seen = (await site.Api(dana).ShowAsync(ticket)).GetProperty("messages")[0].Id();

        (await site.Api(ana).SayAsync(ticket, "I am on it.")).Dispose();
        var url = $"/api/v1/tickets/{ticket.Id()}/messages";
        using var stale = await site.Api(dana).PostAsJsonAsync(url, new { body = "Who takes it?", lastSeenMessageId = seen });
        Assert.Equal("Ana Silva answered meanwhile. Read it, then choose.", await stale.WhyAsync(HttpStatusCode.PreconditionFailed));
        Assert.Equal(2, (await site.Api(dana).ShowAsync(ticket)).GetProperty("messages").GetArrayLength());

        using var anyway = await site.Api(dana).PostAsJsonAsync(url, new { body = "Who takes it?", lastSeenMessageId = seen, sendAnyway = true });
        var own = await anyway.ReadAsync(HttpStatusCode.Created);

        // One's own words and the notes of others stop nobody.
        (await site.Api(dana).SayAsync(ticket, "I mean it.")).Dispose();
        (await site.Api(ana).NoteAsync(ticket, "Quiet.")).Dispose();
        using var fresh = await site.Api(dana).PostAsJsonAsync(url, new { body = "Done.", lastSeenMessageId = own.Id() });
        await fresh.ReadAsync(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_note_is_for_the_team()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ticket = await site.Api(priya).OpenAsync();
        using var taken = await site.Api(dana).NoteAsync(ticket, "Same as **#988**.");
        var note = await taken.ReadAsync(HttpStatusCode.Created);
        Assert.Equal("internal", note.Text("kind"));
        using var refused = await site.Api(priya).NoteAsync(ticket, "");
        Assert.Equal("Only the helpdesk team can write internal notes.", await refused.WhyAsync(HttpStatusCode.Forbidden));

        var forStaff = await site.Api(dana).ShowAsync(ticket);
        Assert.Equal(["public", "internal"], forStaff.GetProperty("messages").EnumerateArray().Select(message => message.Text("kind")));
        var forPriya = await site.Api(priya).ShowAsync(ticket);
        Assert.Equal("public", Assert.Single(forPriya.GetProperty("messages").EnumerateArray()).Text("kind"));
        Assert.Equal(ticket.Text("updatedAt"), forPriya.Text("updatedAt"));
        Assert.Equal(ticket.Version(), forPriya.Version());
        Assert.NotEqual(ticket.Text("updatedAt"), forStaff.Text("updatedAt"));
    }

    [Theory]
    [InlineData("body", "", "public", null, "Enter an answer.")]
    [InlineData("body", "  \n", "internal", null, "Enter a note.")]
    [InlineData("kind", "x", "secret", null, "Choose a kind: public or internal.")]
    [InlineData("status", "x", "public", "done", "Choose a status: open, in_progress, waiting_on_employee, resolved or closed.")]
    [InlineData("status", "x", "internal", "resolved", "A note does not change the status.")]
    public async Task What_is_wrong_is_said_beside_its_field(string field, string body, string kind, string? status, string sentence)
    {
        var api = site.Api(await site.AgentAsync());
        var ticket = await api.OpenAsync();
        using var response = await api.SayAsync(ticket, body, status, kind);
        Assert.Equal(sentence, await response.ErrorAsync(field));
    }

    [Fact]
    public async Task Files_and_unknown_members_are_refused()
    {
        var api = site.Api(await site.AgentAsync());
        var ticket = await api.OpenAsync();
        var url = $"/api/v1/tickets/{ticket.Id()}/messages";
        using var files = await api.PostAsJsonAsync(url, new { body = "x", attachmentIds = new[] { Guid.NewGuid() } });
        Assert.Equal("There is no such file. Add it again.", await files.ErrorAsync("attachmentIds"));
        using var unknown = await api.PostAsJsonAsync(url, new { body = "x", author = "me" });
        await unknown.ReadAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_answer_to_a_ticket_that_was_closed_long_ago_files_a_follow_up()
    {
        var priya = await site.EmployeeAsync();
        var jonas = await site.EmployeeAsync("Jonas Weber");
        var dana = await site.AgentAsync();
        var api = site.Api(priya);
        var ticket = await api.OpenAsync("Door sticks", category: "Other", tags: ["door"], participants: [jonas.Email]);
        (await api.MoveAsync(ticket, "closed")).Dispose();

        site.Clock.Advance(TimeSpan.FromDays(13));
        (await api.SayAsync(ticket, "It sticks again.")).Dispose();
        Assert.Equal("open", (await api.ShowAsync(ticket)).Text("status"));

        (await api.MoveAsync(ticket, "closed")).Dispose();
        site.Clock.Advance(TimeSpan.FromDays(15));
        using var late = await api.SayAsync(ticket, "And once more.");
        var message = await late.ReadAsync(HttpStatusCode.Created);
        var followUpId = Guid.Parse(late.Headers.Location!.OriginalString.Split('/')[^1].Split('#')[0]);
        Assert.NotEqual(ticket.Id(), followUpId);
        var followUp = await api.JsonAsync($"/api/v1/tickets/{followUpId}");
        Assert.Equal(("Door sticks", "open", "Other"), (followUp.Text("subject"), followUp.Text("status"), followUp.Text("category")));
        Assert.Equal(message.Id(), Assert.Single(followUp.GetProperty("messages").EnumerateArray()).Id());
        Assert.Equal(jonas.Id, Assert.Single(followUp.GetProperty("participants").EnumerateArray()).Id());
        Assert.Contains($"#{ticket.Number()}", followUp.GetProperty("events").GetRawText(), StringComparison.Ordinal);

        var old = await api.ShowAsync(ticket);
        Assert.Equal("closed", old.Text("status"));
        Assert.Equal(2, old.GetProperty("messages").GetArrayLength());
        var last = old.GetProperty("events").EnumerateArray().Last();
        Assert.Equal(("follow_up_filed", $"#{followUp.Number()}"), (last.Text("kind"), last.Text("to")));

        // The team is not sent elsewhere: it reopens.
        using var agent = await site.Api(dana).SayAsync(ticket, "We look.");
        Assert.Equal("A closed ticket can only be reopened.", await agent.WhyAsync(HttpStatusCode.Conflict));
        using var reopened = await site.Api(dana).SayAsync(ticket, "We look.", "open");
        await reopened.ReadAsync(HttpStatusCode.Created);
    }
}
