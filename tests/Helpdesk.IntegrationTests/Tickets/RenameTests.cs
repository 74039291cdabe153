using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>The subject, edited in its place and over the API.</summary>
public sealed class RenameTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_it_is_saved_in_its_place_and_never_over_somebody_elses()
    {
        var (priya, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var ticket = await site.FileAsync(priya, "Help!!!");
        var (browser, slower) = (site.Browser(dana), site.Browser(ana));
        var stale = await slower.PageAsync(ticket.Url);
        using var saved = await browser.SubmitAsync(ticket.Url, ".rename form", ("Form.Subject", " Bandicoot cage is open "));
        var page = await browser.FollowAsync(saved);
        Assert.Equal("Subject saved.", page.Flash());
        Assert.Equal($"#{ticket.Number} Bandicoot cage is open", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Dana Diaz changed the subject from “Help!!!” to “Bandicoot cage is open”", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        using var late = await slower.SubmitAsync(stale, ticket.Url, ".rename form", ("Form.Subject", "Mine"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal(["Somebody changed the subject meanwhile, to: Bandicoot cage is open"], await late.ProblemsAsync());
        using var empty = await browser.SubmitAsync(ticket.Url, ".rename form", ("Form.Subject", " "));
        Assert.Equal(["Enter a subject."], await empty.ProblemsAsync());

        // It is found by the new words and no longer by the old ones; its requester sees it too, and cannot change it.
        Assert.Contains("Bandicoot", await site.Browser(priya).GetStringAsync("/tickets?box=open&q=bandicoot"), StringComparison.Ordinal);
        page = await site.Browser(priya).PageAsync(ticket.Url);
        Assert.Contains("Bandicoot cage", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".rename"));
    }

    [Fact]
    public async Task By_api_with_a_version_or_with_what_was_seen()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.Api(priya).OpenAsync("Old one");
        var url = $"/api/v1/admin/tickets/{ticket.Id()}/subject";
        using var renamed = await site.Api(dana).PutAsJsonAsync(url, new { subject = "New one" });
        var version = (await renamed.ReadAsync(HttpStatusCode.OK)).Version();
        Assert.Equal("New one", (await site.Api(priya).ShowAsync(ticket)).Text("subject"));
        using var same = await site.Api(dana).PutAsJsonAsync(url, new { subject = "New one", seen = "New one" });
        Assert.Equal(version, (await same.ReadAsync(HttpStatusCode.OK)).Version());
        using var seen = await site.Api(dana).PutAsJsonAsync(url, new { subject = "Newest", seen = "Old one" });
        Assert.Equal(HttpStatusCode.PreconditionFailed, seen.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = JsonContent.Create(new { subject = "Newest" }) };
        request.Headers.Add("If-Match", $"\"{version - 1}\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await site.Api(dana).SendAsync(request)).StatusCode);
        foreach (var subject in new[] { "", "two\nlines", new string('x', 501) })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await site.Api(dana).PutAsJsonAsync(url, new { subject })).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await site.Api(priya).PutAsJsonAsync(url, new { subject = "Mine" })).StatusCode);
    }
}
