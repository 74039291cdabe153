using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class DraftTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_draft_is_kept_until_it_is_sent_or_discarded()
    {
        var priya = await site.EmployeeAsync();
        var api = site.Api(priya);
        await KeepAsync(api, "new", new { subject = "Printer", description = "It" });
        await KeepAsync(api, "new", new { subject = "Printer", description = "It smokes" });
        var draft = await api.JsonAsync("/api/v1/drafts/new");
        Assert.Equal("new", draft.Text("kind"));
        Assert.Contains("It smokes", draft.Text("content"), StringComparison.Ordinal);

        var ticket = await api.OpenAsync();
        using (var sent = await api.GetAsync("/api/v1/drafts/new"))
        {
            Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
        }

        await KeepAsync(api, $"reply/{ticket.Id()}", new { body = "And" });
        Assert.Contains("And", (await DetailAsync(priya, ticket.Id())).ReplyDraft!.Content, StringComparison.Ordinal);
        (await api.SayAsync(ticket, "And more.")).Dispose();
        Assert.Null((await DetailAsync(priya, ticket.Id())).ReplyDraft);

        await KeepAsync(api, $"reply/{ticket.Id()}", new { body = "No." });
        using var discarded = await api.DeleteAsync($"/api/v1/drafts/reply/{ticket.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Null((await DetailAsync(priya, ticket.Id())).ReplyDraft);
    }

    [Fact]
    public async Task Replies_and_notes_have_drafts_of_their_own_and_so_has_each_person()
    {
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var ticket = await site.Api(await site.EmployeeAsync()).OpenAsync();
        await KeepAsync(site.Api(dana), $"reply/{ticket.Id()}", new { body = "To all" });
        await KeepAsync(site.Api(dana), $"note/{ticket.Id()}", new { body = "To the team" });
        var forAna = await DetailAsync(ana, ticket.Id());
        Assert.True(forAna.ReplyDraft is null && forAna.NoteDraft is null);

        (await site.Api(dana).NoteAsync(ticket, "Said.")).Dispose();
        var forDana = await DetailAsync(dana, ticket.Id());
        Assert.Contains("To all", forDana.ReplyDraft!.Content, StringComparison.Ordinal);
        Assert.Null(forDana.NoteDraft);
    }

    [Fact]
    public async Task What_is_no_form_is_not_kept()
    {
        var api = site.Api(await site.EmployeeAsync());
        using var list = await api.PutAsJsonAsync("/api/v1/drafts/new", "a text");
        Assert.Equal("This draft cannot be kept.", await list.ErrorAsync("content"));
        using var large = await api.PutAsJsonAsync("/api/v1/drafts/new", new { body = new string('x', 400_001) });
        Assert.Equal("This draft cannot be kept.", await large.ErrorAsync("content"));
        using var unknown = await api.PutAsJsonAsync("/api/v1/drafts/mail", new { body = "x" });
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var placed = await api.PutAsJsonAsync($"/api/v1/drafts/new/{Guid.NewGuid()}", new { body = "x" });
        Assert.Equal(HttpStatusCode.NotFound, placed.StatusCode);
    }

    private static async Task KeepAsync(HttpClient api, string place, object content)
    {
        using var response = await api.PutAsJsonAsync($"/api/v1/drafts/{place}", content);
        await response.ReadAsync(HttpStatusCode.OK);
    }

    private Task<TicketDetailView> DetailAsync(Person person, Guid ticketId) => site.WithAsync<ShowTicketHandler, TicketDetailView>(async show =>
    {
        var reader = new CurrentUser { Id = person.Id, Name = person.Name, IsStaff = person.Name is "Dana Diaz" or "Ana Silva" };
        return (await show.HandleAsync($"{ticketId}", reader, CancellationToken.None)).Value!;
    });
}
