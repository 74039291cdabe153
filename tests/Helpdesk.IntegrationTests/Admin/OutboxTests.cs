using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Email;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>An admin sees which mails wait or were given up and why, reads them without their secrets, sends them again or discards them.</summary>
public sealed class OutboxTests(Site site) : IClassFixture<Site>
{
    private const string Url = "/api/v1/admin/outbox";
    private const string FullBox = "552 5.2.2 The mailbox of somebody is full";

    [Fact]
    public async Task What_was_given_up_is_told_by_reason_in_words()
    {
        var admin = await site.AdminAsync();
        var mail = await FailedAsync(FullBox);
        await FailedAsync("452 4.2.2 Over quota");
        var state = await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}/state");
        var full = Assert.Single(state.GetProperty("reasons").EnumerateArray(), reason => reason.Text("reason") == "The receiving server says the mailbox is full.");
        Assert.True(full.GetProperty("count").GetInt32() >= 2);
        var failed = (await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}?state=failed&limit=100")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(FullBox, failed.Single(line => line.GetProperty("id").GetGuid() == mail).Text("answer"));

        var page = await site.Browser(admin).PageAsync("/admin/outbox?state=failed");
        Assert.Contains("The receiving server says the mailbox is full.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/admin/outbox/{mail}']"));
    }

    [Fact]
    public async Task A_mail_about_a_ticket_leads_to_it()
    {
        var (admin, requester, agent) = (await site.AdminAsync(), await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var mails = await site.MailsOfAsync(() => site.SayAsync(agent, ticket, "Turn it off and on."));
        var mail = mails.First(written => written.RecipientId == requester.Id).Id;
        var list = await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}?limit=100");
        var line = list.GetProperty("items").EnumerateArray().Single(found => found.GetProperty("id").GetGuid() == mail);
        Assert.Equal(($"#{ticket.Number}", ticket.Url), (line.GetProperty("about").Text("text"), line.GetProperty("about").Text("url")));
        foreach (var path in new[] { "/admin/outbox", $"/admin/outbox/{mail}" })
        {
            Assert.NotNull((await site.Browser(admin).PageAsync(path)).QuerySelector($"main a[href='{ticket.Url}']"));
        }

        var other = await WriteAsync(TestMail.To("priya@example.com"));
        Assert.Equal(JsonValueKind.Null, (await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}/{other}")).GetProperty("line").GetProperty("about").ValueKind);
    }

    [Fact]
    public async Task A_mail_is_read_without_what_is_secret_in_it()
    {
        var admin = await site.AdminAsync();
        var mail = await WriteAsync(TestMail.To("priya@example.com", new { subject = "Reset <b>it</b>" }) with
        {
            Secrets = new Dictionary<string, string> { ["token"] = "t0p-s3cret" },
        });
        using var letter = await site.Api(admin).GetAsync($"{Url}/{mail}");
        var text = await letter.Content.ReadAsStringAsync();
        Assert.Contains("Reset", text, StringComparison.Ordinal);
        Assert.DoesNotContain("t0p-s3cret", text, StringComparison.Ordinal);
        using var page = await site.Browser(admin).GetAsync($"/admin/outbox/{mail}");
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("t0p-s3cret", html, StringComparison.Ordinal);
        Assert.Contains("Reset &lt;b&gt;it&lt;/b&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_was_given_up_is_sent_again_by_page_and_by_program()
    {
        var admin = await site.AdminAsync();
        var (one, other) = (await FailedAsync(FullBox), await FailedAsync(FullBox));
        using var byProgram = await site.Api(admin).PostAsync($"{Url}/{one}/retry", null);
        Assert.Equal(HttpStatusCode.NoContent, byProgram.StatusCode);
        using var byPage = await site.Browser(admin).SubmitAsync($"/admin/outbox/{other}", "form[action$='/attempts']");
        Assert.Equal(HttpStatusCode.Found, byPage.StatusCode);
        foreach (var id in new[] { one, other })
        {
            var row = await RowAsync(id);
            Assert.Equal((null, 0), (row.FailedAt, row.Attempts));
            Assert.NotNull(await site.LineAboutAsync(id, "mail.retried"));
        }
    }

    [Fact]
    public async Task All_of_one_reason_are_sent_again_but_those_whose_secret_is_gone()
    {
        var admin = await site.AdminAsync();
        const string greylisted = "451 4.7.1 Greylisted, come back";
        var plain = await FailedAsync(greylisted);
        var secret = await FailedAsync(greylisted, hasSecrets: true);
        var other = await FailedAsync("550 5.1.1 No such user");
        using var answer = await site.Api(admin).PostAsJsonAsync($"{Url}/retry", new { reason = "The receiving server asks us to come back later." });
        var retried = await answer.JsonAsync();
        Assert.Equal((1, 1), (retried.GetProperty("again").GetInt32(), retried.GetProperty("left").GetInt32()));
        Assert.Null((await RowAsync(plain)).FailedAt);
        Assert.NotNull((await RowAsync(secret)).FailedAt);
        Assert.NotNull((await RowAsync(other)).FailedAt);
        using var refused = await site.Api(admin).PostAsync($"{Url}/{secret}/retry", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("ask for a new one", (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_is_discarded_with_a_reason_that_the_log_keeps()
    {
        var admin = await site.AdminAsync();
        var (one, other) = (await FailedAsync(FullBox), await WriteAsync(TestMail.To("later@example.com")));
        using var nothing = await site.Api(admin).PostAsJsonAsync($"{Url}/{one}/discard", new { because = " " });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        using var discarded = await site.Api(admin).PostAsJsonAsync($"{Url}/{one}/discard", new { because = "They left" });
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Equal("They left", (await site.LineAboutAsync(one, "mail.discarded")).Fact("because"));
        using var page = await site.Browser(admin).SubmitAsync($"/admin/outbox/{other}", "form[action$='/removal']", ("Form.Because", "A trial"));
        Assert.Equal(HttpStatusCode.Found, page.StatusCode);
        Assert.NotNull((await RowAsync(other)).DroppedAt);
        using var gone = await site.Api(admin).GetAsync($"{Url}/{other}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task What_is_being_sent_at_this_moment_is_left_alone()
    {
        var admin = await site.AdminAsync();
        var mail = await WriteAsync(TestMail.To("now@example.com"));
        await site.WithAsync<PlatformDbContext>(db => db.Outbox.Where(row => row.Id == mail)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LockedUntil, site.Clock.GetUtcNow().AddMinutes(1))));
        using var retry = await site.Api(admin).PostAsync($"{Url}/{mail}/retry", null);
        using var discard = await site.Api(admin).PostAsJsonAsync($"{Url}/{mail}/discard", new { because = "No" });
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (retry.StatusCode, discard.StatusCode));
    }

    [Fact]
    public async Task Leafing_shows_each_mail_once()
    {
        var admin = await site.AdminAsync();
        var expected = new HashSet<Guid>();
        for (var number = 0; number < 5; number++)
        {
            expected.Add(await FailedAsync("550 5.1.1 Nobody"));
        }

        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var stretch = await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}?state=failed&limit=2&cursor={cursor}");
            seen.AddRange(stretch.GetProperty("items").EnumerateArray().Select(line => line.GetProperty("id").GetGuid()));
            cursor = stretch.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Subset(seen.ToHashSet(), expected);
    }

    private async Task<Guid> WriteAsync(OutboxMail mail)
    {
        var id = Guid.Empty;
        await site.WithAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<PlatformDbContext>();
            id = services.GetRequiredService<Outbox>().Add(db, mail).Id;
            await db.SaveChangesAsync();
        });
        return id;
    }

    private async Task<Guid> FailedAsync(string answer, bool hasSecrets = false)
    {
        var mail = TestMail.To($"{Guid.NewGuid():N}@example.com");
        var id = await WriteAsync(hasSecrets ? mail with { Secrets = new Dictionary<string, string> { ["token"] = "gone" } } : mail);
        await site.WithAsync<PlatformDbContext>(db => db.Outbox.Where(row => row.Id == id).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.FailedAt, site.Clock.GetUtcNow())
            .SetProperty(row => row.Attempts, 8)
            .SetProperty(row => row.LastError, answer)
            .SetProperty(row => row.Secrets, (byte[]?)null)));
        return id;
    }

    private Task<OutboxEmail> RowAsync(Guid id) => site.WithAsync<PlatformDbContext, OutboxEmail>(db => db.Outbox.AsNoTracking().SingleAsync(row => row.Id == id));
}
