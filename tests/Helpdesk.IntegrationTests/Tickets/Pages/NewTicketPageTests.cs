using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>Filing a ticket as a browser without script does it.</summary>
public sealed class NewTicketPageTests(Site site) : IClassFixture<Site>
{
    private const string Page = "/tickets/new";
    private const string Form = "#new-ticket";

    [Fact]
    public async Task A_ticket_is_filed_and_shown()
    {
        var (priya, jonas) = (await site.EmployeeAsync("Priya Raman"), await site.EmployeeAsync("Jonas Weber"));
        var browser = site.Browser(priya);

        using var filed = await browser.SubmitAsync(
            Page,
            Form,
            ("Form.Subject", "  Printer <b>on</b> fire "),
            ("Form.Category", "Hardware"),
            ("Form.Description", "It **smokes**.\r\n\r\n<script>alert(1)</script>"),
            ("Form.Priority", "high"),
            ("Form.Participants", $" {jonas.Email}; "));
        var page = await browser.FollowAsync(filed);

        var number = filed.Headers.Location!.ToString()["/t/".Length..];
        Assert.Equal($"Ticket #{number} is filed. You will get an e-mail.", page.Flash());
        Assert.Equal($"#{number} Printer <b>on</b> fire", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("smokes", page.QuerySelector("#conversation .message strong")!.TextContent);
        Assert.Null(page.QuerySelector("#conversation script"));
        Assert.Contains("Hardware", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Jonas Weber", page.QuerySelector("[aria-labelledby=copied-in]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("We got it", page.QuerySelector(".next .status")!.TextContent);
        var json = await site.LookAsync(await site.AgentAsync(), FiledTicket.At(page));
        Assert.Equal("high", json.GetProperty("priority").GetString());
    }

    [Fact]
    public async Task Everything_missing_is_told_beside_its_field()
    {
        using var refused = await site.Browser(await site.EmployeeAsync()).SubmitAsync(Page, Form);
        var page = await refused.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("Error: New ticket – ", page.Title, StringComparison.Ordinal);
        Assert.Equal("There is a problem", page.QuerySelector("[role=alert] h2")!.TextContent);
        (string Field, string Sentence)[] wanted =
        [
            ("Form_Subject", "Enter a subject."), ("Form_Category", "Choose a category."), ("Form_Description", "Enter a description."),
        ];
        Assert.Equal(wanted, page.QuerySelectorAll(".error-summary a").Select(link => (link.GetAttribute("href")![1..], link.TextContent)));
        foreach (var (field, sentence) in wanted)
        {
            Assert.NotNull(page.GetElementById(field));
            Assert.Equal(sentence, page.GetElementById($"{field}-error")!.TextContent);
            Assert.NotNull(page.QuerySelector($"[aria-invalid=true][aria-describedby~='{field}-error']"));
        }
    }

    [Fact]
    public async Task What_was_typed_and_chosen_stays_after_an_error()
    {
        var browser = site.Browser(await site.EmployeeAsync());

        using var refused = await browser.SubmitAsync(
            Page,
            Form,
            ("Form.Subject", new string('x', 512)),
            ("Form.Category", "Network"),
            ("Form.Description", "\nFirst <line>\n\nlast line"),
            ("Form.Priority", "low"),
            ("Form.Participants", "nobody@example.com, x@y"));
        var page = await refused.PageAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("Subject can have up to 500 characters. It has 512.", page.GetElementById("Form_Subject-error")!.TextContent);
        var form = page.QuerySelector<IHtmlFormElement>(Form)!;
        var kept = Forms.FieldsOf(form).ToDictionary(field => field.Key, field => field.Value);
        Assert.Equal(new string('x', 512), kept["Form.Subject"]);
        Assert.Equal("Network", kept["Form.Category"]);
        Assert.Equal("\nFirst <line>\n\nlast line", kept["Form.Description"].ReplaceLineEndings("\n"));
        Assert.Equal("low", kept["Form.Priority"]);
        Assert.Equal("nobody@example.com, x@y", kept["Form.Participants"]);

        using var people = await browser.SubmitAsync(page, Page, Form, ("Form.Subject", "Short"));
        var second = await people.PageAsync();
        Assert.Equal(
            "nobody@example.com cannot be copied in. Only people of Helpdesk can. x@y cannot be copied in. Only people of Helpdesk can.",
            second.GetElementById("Form_Participants-error")!.TextContent);
        Assert.Equal("nobody@example.com, x@y", second.QuerySelector<IHtmlInputElement>("#Form_Participants")!.Value);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_files_one_ticket()
    {
        var priya = await site.EmployeeAsync();
        var browser = site.Browser(priya);
        var page = await browser.PageAsync(Page);
        (string, string)[] fields = [("Form.Subject", "Once"), ("Form.Category", "Other"), ("Form.Description", "Once.")];

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browser.SubmitAsync(page, Page, Form, fields)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(answer => answer.Headers.Location!.ToString()).Distinct());
        Assert.Single((await browser.PageAsync("/tickets")).QuerySelectorAll(".ticket-card"));
    }

    [Fact]
    public async Task A_draft_is_there_on_another_browser_until_it_is_sent()
    {
        var (priya, jonas) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var (first, second) = (site.Browser(priya), site.Browser(priya));
        var page = await first.PageAsync(Page);
        Assert.Null(page.QuerySelector(".notice"));
        using var kept = await KeepAsync(
            first,
            page,
            ("Form.Subject", "Half a <ticket>"),
            ("Form.Category", "Access"),
            ("Form.Description", "\nNot yet done"),
            ("Form.Priority", "low"),
            ("Form.Participants", "jonas@example.com"));
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);

        var restored = await second.PageAsync(Page);
        var fields = Forms.FieldsOf(restored.QuerySelector<IHtmlFormElement>(Form)!).ToDictionary(field => field.Key, field => field.Value);
        Assert.Equal("Half a <ticket>", fields["Form.Subject"]);
        Assert.Equal("Access", fields["Form.Category"]);
        Assert.Equal("\nNot yet done", fields["Form.Description"].ReplaceLineEndings("\n"));
        Assert.Equal("low", fields["Form.Priority"]);
        Assert.Equal("jonas@example.com", fields["Form.Participants"]);
        Assert.Matches("^We kept what you wrote on [A-Z][a-z]+day [0-2][0-9]:[0-5][0-9]\\.$", restored.QuerySelector(".notice p")!.TextContent);
        Assert.NotNull(restored.QuerySelector(Form)!.GetAttribute("data-draft-at"));
        Assert.Equal("", (await site.Browser(jonas).PageAsync(Page)).QuerySelector<IHtmlInputElement>("#Form_Subject")!.Value);

        using var sent = await second.SubmitAsync(restored, Page, Form, ("Form.Participants", ""));
        Assert.Equal("/drafts/new", (await second.FollowAsync(sent)).QuerySelector("[data-draft-sent]")!.GetAttribute("data-draft-sent"));
        Assert.Null((await first.PageAsync(Page)).QuerySelector(".notice"));
    }

    [Fact]
    public async Task Start_fresh_throws_the_draft_away()
    {
        var browser = site.Browser(await site.EmployeeAsync());
        using var kept = await KeepAsync(browser, await browser.PageAsync(Page), ("Form.Subject", "Never mind"));

        using var discarded = await browser.SubmitAsync(Page, "#start-fresh");
        var page = await browser.FollowAsync(discarded);

        Assert.Equal(Page, discarded.Headers.Location!.ToString());
        Assert.Equal("", page.QuerySelector<IHtmlInputElement>("#Form_Subject")!.Value);
        Assert.Null(page.QuerySelector(".notice"));
    }

    [Fact]
    public async Task A_draft_belongs_to_a_ticket_that_one_sees()
    {
        var (priya, jonas) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(jonas);
        var form = (await browser.PageAsync(Page)).QuerySelector<IHtmlFormElement>(Form)!;
        foreach (var door in new[] { $"/drafts/reply/{ticket.Id}", $"/drafts/note/{ticket.Id}", "/drafts/other", "/drafts/reply" })
        {
            using var kept = await browser.PostAsync(door, new FormUrlEncodedContent(Forms.FieldsOf(form, ("Form.Body", "Hello"))));
            Assert.Contains(kept.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest });
        }
    }

    [Fact]
    public async Task Without_the_right_to_set_it_nobody_is_asked_for_the_priority()
    {
        Assert.NotNull((await site.Browser(await site.EmployeeAsync()).PageAsync(Page)).QuerySelector("[name='Form.Priority']"));
        using var strict = site.WithWebHostBuilder(builder => builder.UseSetting("Tickets:EmployeesMaySetPriority", "false"));
        var priya = await site.EmployeeAsync();
        using var client = strict.CreateClient();
        client.DefaultRequestHeaders.Add("Cookie", priya.Cookie);

        var page = await client.PageAsync(Page);

        Assert.NotNull(page.QuerySelector(Form));
        Assert.Null(page.QuerySelector("[name='Form.Priority']"));
    }

    private static Task<HttpResponseMessage> KeepAsync(HttpClient browser, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector<IHtmlFormElement>(Form)!;
        return browser.PostAsync(form.GetAttribute("data-draft"), new FormUrlEncodedContent(Forms.FieldsOf(form, fields)));
    }
}
