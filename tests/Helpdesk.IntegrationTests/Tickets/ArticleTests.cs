using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Articles in the workspace: offered for a ticket, put into a reply, and made of a solved ticket.</summary>
public sealed class ArticleTests(Site site) : IClassFixture<Site>
{
    private readonly string mark = $"zebu{Guid.NewGuid():N}"[..12];

    [Fact]
    public async Task A_ticket_is_offered_what_everybody_can_read_and_nothing_else()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var open = await site.ArticleAsync(dana, $"When a {mark} eats [the] paper");
        await site.ArticleAsync(dana, $"Secret {mark}", visibility: Visibility.Internal);
        await site.ArticleAsync(dana, $"Unfinished {mark}", isDraft: true);
        var ticket = await site.FileAsync(priya, $"My {mark} is hungry");

        var offered = Assert.Single((await site.Api(dana).JsonAsync($"/api/v1/admin/tickets/{ticket.Id}/articles")).EnumerateArray());
        Assert.Equal((open.Title, $"http://localhost:8080/kb/{open.Slug}"), (offered.Text("title"), offered.Text("url")));
        Assert.Equal($@"[When a {mark} eats \[the\] paper](http://localhost:8080/kb/{open.Slug})", offered.Text("link"));
        var page = await site.Browser(dana).PageAsync($"/tickets/{ticket.Id}/articles");
        Assert.Equal([open.Title], page.QuerySelectorAll("main li strong").Select(title => title.TextContent));

        var part = (await site.Api(dana).JsonAsync($"/api/v1/admin/tickets/{ticket.Id}/articles?q={mark[..8]}")).EnumerateArray();
        Assert.Equal([open.Title], part.Select(article => article.Text("title")));
        Assert.Empty((await site.Api(dana).JsonAsync($"/api/v1/admin/tickets/{ticket.Id}/articles?q=nothing{mark}")).EnumerateArray());
        using var tooLong = await site.Api(dana).GetAsync($"/api/v1/admin/tickets/{ticket.Id}/articles?q={new string('x', 201)}");
        Assert.Equal("The search can have up to 200 characters. It has 201.", await tooLong.ErrorAsync("q"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(dana).GetAsync($"/api/v1/admin/tickets/{Guid.NewGuid()}/articles")).StatusCode);
    }

    [Fact]
    public async Task Without_script_a_link_or_the_text_goes_behind_what_was_typed()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var article = await site.ArticleAsync(dana, $"Feed the {mark}", "Give it [hay](/kb/hay).");
        var hidden = await site.ArticleAsync(dana, $"Hidden {mark}", visibility: Visibility.Internal);
        var ticket = await site.FileAsync(priya, $"Feed the {mark}?");
        var browser = site.Browser(dana);
        Assert.NotNull((await browser.PageAsync(ticket.Url)).QuerySelector($"#reply button[formaction='/tickets/{ticket.Id}/articles']"));
        using var opened = await browser.SubmitAsync($"/tickets/{ticket.Id}/articles", "main form[role=search]", ("Form.Body", "Dear Priya,"), ("Q", mark));
        var page = await opened.PageAsync();
        Assert.Equal("Dear Priya,", page.QuerySelector("form[action$='handler=use'] input[name='Form.Body']")!.GetAttribute("value"));

        using var linked = await browser.SubmitAsync($"/tickets/{ticket.Id}/articles", "form[action$='handler=use']", ("Form.Body", "Dear Priya,"), ("link", article.Id.ToString()));
        Assert.Equal($"/t/{ticket.Id}#reply", linked.Headers.Location!.OriginalString);
        Assert.Equal($"Dear Priya,\n\n[Feed the {mark}](http://localhost:8080/kb/{article.Slug})", await ReplyAsync(browser, ticket));
        using var whole = await browser.SubmitAsync($"/tickets/{ticket.Id}/articles", "form[action$='handler=use']", ("Form.Body", ""), ("whole", article.Id.ToString()));
        Assert.Equal(
            $"Give it [hay](http://localhost:8080/kb/hay).\n\n[Feed the {mark}](http://localhost:8080/kb/{article.Slug})",
            await ReplyAsync(browser, ticket));
        using var refused = await browser.SubmitAsync($"/tickets/{ticket.Id}/articles", "form[action$='handler=use']", ("whole", hidden.Id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_solved_ticket_becomes_a_draft_of_its_messages_without_names_addresses_and_notes()
    {
        var (priya, dana) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync("Dana Diaz"));
        var ticket = await site.FileAsync(priya, $"Priya's {mark} is loud", $"Hello, I am Priya Patel ({priya.Email}). My {mark} hums.");
        await site.SayAsync(dana, ticket, "Canary in a note.", kind: "internal");
        await site.SayAsync(dana, ticket, "Turn it **around**. Dana");
        await site.SayAsync(priya, ticket, "Thanks Dana.\nIt is quiet.");
        Assert.Null((await site.Browser(dana).PageAsync(ticket.Url)).QuerySelector("form[action$='/article']"));
        await site.SayAsync(dana, ticket, "Good.", status: "resolved");

        var browser = site.Browser(dana);
        using var made = await browser.SubmitAsync(ticket.Url, "form[action$='/article']");
        var item = await site.WithAsync<KnowledgeBaseDbContext, Item>(db => db.Items.SingleAsync(found => found.TicketId == ticket.Id));
        Assert.Equal($"/kb/manage/{item.Id}", made.Headers.Location!.OriginalString);
        Assert.Equal((ItemStatus.Draft, $"[name]'s {mark} is loud", dana.Id), (item.Status, item.Title, item.AuthorId));
        Assert.Equal(
            $"## The question\n\nHello, I am [name] ([e-mail address]). My {mark} hums.\n\n## The answer\n\nTurn it **around**. [name]\n\n> Thanks [name].\n> It is quiet.\n\nGood.",
            item.Body);
        Assert.DoesNotContain("Priya", item.Summary, StringComparison.Ordinal);

        var again = await site.Api(dana).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/article", null);
        Assert.Equal((item.Id, false), ((await again.ReadAsync(HttpStatusCode.OK)).Id(), (await again.ReadAsync(HttpStatusCode.OK)).GetProperty("isNew").GetBoolean()));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(priya).GetAsync($"/api/v1/kb/items/{item.Slug}")).StatusCode);
    }

    [Fact]
    public async Task A_subject_that_grows_when_names_go_is_cut()
    {
        var (priya, dana) = (await site.EmployeeAsync("Ann Lee"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, string.Join(' ', Enumerable.Repeat("Ann", 125)));
        using var made = await site.Api(dana).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/article", null);
        Assert.Equal(500, (await made.ReadAsync(HttpStatusCode.Created)).Text("title").Length);
    }

    [Fact]
    public async Task By_api_one_article_is_made_however_often_it_is_asked_for()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, $"Ask {mark}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.Api(dana).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/article", null)));
        Assert.Equal([200, 200, 200, 201], answers.Select(answer => (int)answer.StatusCode).Order());
        Assert.Equal(1, await site.WithAsync<KnowledgeBaseDbContext, int>(db => db.Items.CountAsync(item => item.TicketId == ticket.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(dana).PostAsync($"/api/v1/admin/tickets/{Guid.NewGuid()}/article", null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Api(priya).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/article", null)).StatusCode);
    }

    private static async Task<string> ReplyAsync(HttpClient browser, FiledTicket ticket) =>
        (await browser.PageAsync(ticket.Url)).QuerySelector("#reply textarea")!.TextContent;
}
