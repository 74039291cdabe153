using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Samples;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Each test has a site of its own: there is only one first run.</summary>
public sealed class SetUpTests(Databases databases) : IAsyncLifetime
{
    private readonly AuthSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_first_run_goes_from_the_console_to_a_named_site()
    {
        var link = await LinkAsync();
        Assert.StartsWith("http://localhost:8080/setup?code=", link);
        var url = new Uri(link!).PathAndQuery;
        var browser = site.Stranger();
        var page = await browser.PageAsync(url);
        Assert.StartsWith("Step 1 of 5", page.QuerySelector("h1")!.TextContent.Trim());
        using var account = await SubmitAsync(browser, page, url);
        Assert.Equal("/setup/site", account.Headers.Location!.OriginalString);
        var admin = await site.WithAsync<AuthDbContext, User>(db => db.Users.SingleAsync());
        Assert.Equal(Role.Admin, admin.Role);
        Assert.True(admin.EmailConfirmed);

        var second = await browser.PageAsync("/setup/site");
        Assert.StartsWith("Step 2 of 5", second.QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("Continue", second.QuerySelector("main button.primary")!.TextContent);
        using var back = await browser.SubmitAsync(second, "/setup/site", "main form", ("back", "true"));
        Assert.Equal("/setup", back.Headers.Location!.OriginalString);
        Assert.Contains(admin.Email!, (await browser.PageAsync("/setup")).QuerySelector("main")!.TextContent);

        using var refused = await browser.SubmitAsync(second, "/setup/site", "main form", ("Form.Name", " "), ("Form.TimeZone", "Mars/Olympus"), ("Form.Language", "x"));
        Assert.Equal(["Choose a language.", "Choose a time zone.", "Enter a name."], (await refused.ProblemsAsync()).Order());
        using var named = await browser.SubmitAsync(second, "/setup/site", "main form", ("Form.Name", "Acme Help"), ("Form.TimeZone", "Europe/Vienna"));
        Assert.Equal("/setup/mail", named.Headers.Location!.OriginalString);

        var third = await browser.PageAsync("/setup/mail");
        Assert.StartsWith("Step 3 of 5", third.QuerySelector("h1")!.TextContent.Trim());
        Assert.NotNull(third.QuerySelector("main a[href='/setup/categories']"));
        using var mailed = await browser.SubmitAsync(third, "/setup/mail", "main form[data-once]");
        Assert.Equal("/setup/categories", mailed.Headers.Location!.OriginalString);

        var fourth = await browser.PageAsync("/setup/categories");
        Assert.StartsWith("Step 4 of 5", fourth.QuerySelector("h1")!.TextContent.Trim());
        var there = fourth.QuerySelectorAll("main input[name$='.Name']").OfType<IHtmlInputElement>().Count(input => input.Value.Length > 0);
        using var twice = await browser.SubmitAsync(
            fourth, "/setup/categories", "main form", ("Form.Categories[0].Name", "Payroll"), ($"Form.Categories[{there}].Name", "payroll"));
        Assert.Equal(["“Payroll” stands there twice."], await twice.ProblemsAsync());
        using var sorted = await browser.SubmitAsync(
            fourth, "/setup/categories", "main form", ("Form.Categories[0].Name", "Payroll"), ("Form.Categories[1].Name", ""), ($"Form.Categories[{there}].Name", "Doors <b>"));
        Assert.Equal("/setup/people", sorted.Headers.Location!.OriginalString);
        var names = (await browser.PageAsync("/setup/categories")).QuerySelectorAll("main input[name$='.Name']").OfType<IHtmlInputElement>().Select(input => input.Value).Where(name => name.Length > 0).ToList();
        Assert.Equal(("Payroll", "Doors <b>", there), (names[0], names[^1], names.Count));

        var fifth = await browser.PageAsync("/setup/people");
        Assert.StartsWith("Step 5 of 5", fifth.QuerySelector("h1")!.TextContent.Trim());
        using var wrong = await browser.SubmitAsync(fifth, "/setup/people", "main form", ("Form.People", "nobody"));
        Assert.Single(await wrong.ProblemsAsync());
        using var invited = await browser.SubmitAsync(fifth, "/setup/people", "main form", ("Form.People", "Dana Dahl <dana@example.com>"));
        Assert.Equal("/tickets/new", invited.Headers.Location!.OriginalString);
        var dana = await site.WithAsync<AuthDbContext, User>(db => db.Users.SingleAsync(user => user.Name == "Dana Dahl"));
        Assert.Equal((Role.Agent, "Europe/Vienna"), (dana.Role, dana.TimeZone));
        var settings = await site.WithAsync<ISiteSettings, SiteSettings>(async found => await found.GetAsync(default));
        Assert.Equal(("Acme Help", "Europe/Vienna", "en", true), (settings.Name, settings.TimeZone, settings.Language, settings.IsSetUp));

        foreach (var gone in new[] { "/setup", url, "/setup/site", "/setup/mail", "/setup/categories", "/setup/people" })
        {
            using var answer = await browser.GetAsync(gone);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var strangers = await site.Stranger().GetAsync("/setup");
        Assert.Equal(HttpStatusCode.NotFound, strangers.StatusCode);
        Assert.Null(await LinkAsync());
    }

    [Theory]
    [InlineData("Form.People", "Dana Dahl <dana@example.com>", 1)]
    [InlineData("later", "true", 0)]
    public async Task Sample_data_comes_with_the_last_step_for_those_who_want_it(string field, string value, int invited)
    {
        var browser = site.Browser(await site.AdminAsync());
        var page = await browser.PageAsync("/setup/people");
        var box = page.QuerySelector<IHtmlInputElement>("main input[type=checkbox]")!;
        Assert.False(box.IsChecked);
        Assert.Contains("6 tickets, 3 articles and 2 people to try things on", box.Closest("label")!.TextContent, StringComparison.Ordinal);
        using var wrong = await browser.SubmitAsync(page, "/setup/people", "main form", ("Form.People", "nobody"), (box.Name!, box.Value));
        page = await wrong.PageAsync();
        Assert.True(page.QuerySelector<IHtmlInputElement>("main input[type=checkbox]")!.IsChecked);
        Assert.Equal(0, await SamplesAsync());

        using var finished = await browser.SubmitAsync(page, "/setup/people", "main form", (field, value));
        Assert.Equal("/tickets/new", finished.Headers.Location!.OriginalString);
        Assert.Equal(12, await SamplesAsync());
        var mails = await site.WithAsync<AuthDbContext, List<OutboxEmail>>(db => db.Set<OutboxEmail>().ToListAsync());
        Assert.Equal(invited, mails.Count);
    }

    [Fact]
    public async Task Without_the_box_no_sample_data_comes()
    {
        var browser = site.Browser(await site.AdminAsync());
        using var finished = await browser.SubmitAsync("/setup/people", "main form", ("later", "true"));
        Assert.Equal("/tickets/new", finished.Headers.Location!.OriginalString);
        Assert.Equal(0, await SamplesAsync());
    }

    [Fact]
    public async Task A_code_is_taken_as_people_type_it_and_only_once()
    {
        var code = CodeIn(await LinkAsync());
        var browser = site.Stranger();
        using var wrong = await SubmitAsync(browser, "AAAAA-AAAAA-AAAAA-AAAAA");
        Assert.Equal(["This is not the code of the last start. Look for it in the console or the log."], await wrong.ProblemsAsync());
        using var empty = await SubmitAsync(browser, " ");
        Assert.Equal(["Enter the set-up code."], await empty.ProblemsAsync());
        using var right = await SubmitAsync(browser, $" {code.Replace('-', ' ').ToLowerInvariant()} ");
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        using var signIn = await site.Stranger().GetAsync("/setup");
        Assert.Equal("/signin?returnUrl=%2Fsetup%2Fsite", signIn.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_account_of_the_first_run_keeps_the_rules_of_all_accounts()
    {
        var code = CodeIn(await LinkAsync());
        using var refused = await site.Stranger().SubmitAsync(
            "/setup", "main form", ("Form.Code", code), ("Form.Name", ""), ("Form.Email", "ada"), ("Form.Password", "short"));
        Assert.Equal(
            ["Enter a name.", "Enter an e-mail address like name@example.com.", "Use at least 12 characters. A sentence is good."],
            (await refused.ProblemsAsync()).Order());
        var taken = await site.AccountAsync();
        using var address = await site.Stranger().SubmitAsync(
            "/setup", "main form", ("Form.Code", code), ("Form.Name", "Ada"), ("Form.Email", taken.Email), ("Form.Password", Accounts.Password));
        Assert.Equal(["There is already an account with this address. Use another."], await address.ProblemsAsync());
    }

    [Fact]
    public async Task Guessing_codes_is_slowed_down()
    {
        await LinkAsync();
        var browser = site.Stranger();
        var page = await browser.PageAsync("/setup");
        for (var i = 0; i < 10; i++)
        {
            using var wrong = await browser.SubmitAsync(page, "/setup", "main form", Fields("AAAAA-AAAAA-AAAAA-AAAAB"));
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        }

        using var slowed = await browser.SubmitAsync(page, "/setup", "main form", Fields("AAAAA-AAAAA-AAAAA-AAAAB"));
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
    }

    [Fact]
    public async Task Many_at_once_with_two_codes_make_one_administrator()
    {
        string[] codes = [CodeIn(await LinkAsync()), CodeIn(await LinkAsync())];
        var browsers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var browser = site.Stranger();
            return (Browser: browser, Page: await browser.PageAsync("/setup"), Code: codes[i % 2]);
        }));
        var answers = await Task.WhenAll(browsers.Select((one, i) => one.Browser.SubmitAsync(one.Page, "/setup", "main form", Fields(one.Code, $"ada{i}@example.com"))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(19, answers.Count(answer => answer.StatusCode == HttpStatusCode.NotFound));
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_code_of_last_week_is_too_old()
    {
        var code = CodeIn(await LinkAsync());
        site.Clock.Advance(TimeSpan.FromDays(7.1));
        using var refused = await SubmitAsync(site.Stranger(), code);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task The_second_step_belongs_to_administrators()
    {
        var employee = await site.EmployeeAsync();
        using var refused = await site.Browser(employee).GetAsync("/setup/site");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var admin = await site.AdminAsync();
        using var page = await site.Browser(admin).GetAsync("/setup/site");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var notTheirs = await site.Browser(employee).GetAsync("/setup");
        Assert.Equal(HttpStatusCode.NotFound, notTheirs.StatusCode);
    }

    [Fact]
    public async Task The_code_is_kept_as_a_hash_alone()
    {
        var code = CodeIn(await LinkAsync());
        var hashes = await site.WithAsync<AuthDbContext, List<byte[]>>(db =>
            db.OneTimeTokens.Where(token => token.Purpose == OneTimePurpose.SetUp).Select(token => token.Hash).ToListAsync());
        Assert.NotEmpty(hashes);
        Assert.All(hashes, hash => Assert.Equal(32, hash.Length));
        Assert.Contains(hashes, hash => hash.AsSpan().SequenceEqual(Secret.Hash(code.Replace("-", "", StringComparison.Ordinal))));
    }

    private Task<int> SamplesAsync() => site.WithAsync<AuthDbContext, int>(db => db.Set<Sample>().CountAsync());

    private Task<string?> LinkAsync() => site.WithAsync<IFirstRun, string?>(run => run.CreateLinkAsync(default));

    private static string CodeIn(string? link) => link![(link!.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient browser, string code) =>
        await browser.SubmitAsync("/setup", "main form", Fields(code));

    private static Task<HttpResponseMessage> SubmitAsync(HttpClient browser, IHtmlDocument page, string url) =>
        browser.SubmitAsync(page, url, "main form", Fields(page.QuerySelector("[name='Form.Code']")!.GetAttribute("value")!));

    private static (string, string)[] Fields(string code, string email = "ada@example.com") =>
        [("Form.Code", code), ("Form.Name", "Ada Brandt"), ("Form.Email", email), ("Form.Password", Accounts.Password)];
}
