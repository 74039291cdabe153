using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Settings;
using Helpdesk.Tickets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>What an admin chooses holds at once, everywhere; what the environment fixes stays; secrets are told to nobody.</summary>
public sealed class ManageSettingsTests(Site site) : IClassFixture<Site>
{
    private const string Settings = "/api/v1/admin/settings";
    private const string Payload = "<script>alert(1)</script>";

    [Fact]
    public async Task Both_doors_change_settings_and_tell_who_did()
    {
        var admin = await site.AdminAsync("Ada Brandt");
        using var changed = await PatchAsync(admin, new Dictionary<string, object?> { ["tickets.remind-after-days"] = 5, ["tickets.employees-may-set-priority"] = false });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var setting = Of(await changed.JsonAsync(), "tickets.remind-after-days");
        Assert.Equal((5, 3, true), (setting.GetProperty("value").GetInt32(), setting.GetProperty("default").GetInt32(), setting.GetProperty("isSet").GetBoolean()));
        Assert.Equal("Ada Brandt", setting.GetProperty("changedBy").Text("name"));
        var line = Assert.Single(await site.LinesAboutAsync(admin.Id), line => line.SubjectId == "tickets.remind-after-days");
        Assert.Equal("5", line.Fact("to"));

        var other = await site.AdminAsync("Ines Novak");
        using var saved = await site.Browser(other).SubmitAsync("/admin/settings/tickets", ".settings", ("tickets.close-resolved-after-days", "9"));
        Assert.Equal("/admin/settings/tickets", saved.Headers.Location?.OriginalString);
        var page = await site.Browser(other).PageAsync("/admin/settings/tickets");
        Assert.Equal("9", page.QuerySelector("[name='tickets.close-resolved-after-days']")!.GetAttribute("value"));
        Assert.Contains("Changed by Ines Novak", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Changed by Ada Brandt", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.QuerySelector("[type=checkbox][name='tickets.employees-may-set-priority']")!.HasAttribute("checked"));

        // What the form showed and nobody touched was not chosen by that.
        Assert.False(Of(await ReadAsync(admin), "tickets.resolve-unanswered-after-days").GetProperty("isSet").GetBoolean());
        Assert.Single(await site.LinesAboutAsync(other.Id), line => line.Action == "setting.changed");

        using var back = await site.Browser(other).SubmitAsync("/admin/settings/tickets", "#reset", ("reset", "tickets.remind-after-days"));
        Assert.False(Of(await ReadAsync(admin), "tickets.remind-after-days").GetProperty("isSet").GetBoolean());
        using var none = await PatchAsync(admin, new Dictionary<string, object?> { ["tickets.close-resolved-after-days"] = null, ["tickets.employees-may-set-priority"] = null });
        Assert.Equal(7, Of(await none.JsonAsync(), "tickets.close-resolved-after-days").GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("tickets.remind-after-days", "400", "Enter a whole number from 0 to 365.")]
    [InlineData("tickets.remind-after-days", "\"soon\"", "Enter a whole number from 0 to 365.")]
    [InlineData("tickets.employees-may-set-priority", "[true]", "Enter true or false.")]
    [InlineData("search.language", "\"klingon\"", "Enter one of arabic")]
    [InlineData("mail.smtp.port", "465", "Enter another port than 465")]
    [InlineData("auth.allowed-domains", "\"not a domain\"", "Enter a list of e-mail domains")]
    [InlineData("auth.sign-up", "\"domains\"", "Enter the domains")]
    [InlineData("no.such-setting", "1", "There is no such setting.")]
    [InlineData("branding.accent", "\"#123456\"", "There is no such setting.")]
    public async Task Of_several_all_or_none_are_changed(string key, string value, string sentence)
    {
        var admin = await site.AdminAsync();
        using var refused = await PatchAsync(admin, new Dictionary<string, object?> { ["privacy.searchers-known-days"] = 30, [key] = JsonElement.Parse(value) });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var error = Assert.Single((await refused.JsonAsync()).GetProperty("errors").EnumerateObject());
        Assert.StartsWith(sentence, error.Value[0].GetString(), StringComparison.Ordinal);
        Assert.False(Of(await ReadAsync(admin), "privacy.searchers-known-days").GetProperty("isSet").GetBoolean());
    }

    [Fact]
    public async Task A_page_keeps_what_was_typed_beside_the_sentence()
    {
        var browser = site.Browser(await site.AdminAsync());
        using var refused = await browser.SubmitAsync("/admin/settings/privacy", ".settings", ("privacy.searchers-known-days", "0"), ("privacy.read-news-kept-days", "40"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(["Enter a whole number from 1 to 3650."], await refused.ProblemsAsync());
        var page = await refused.PageAsync();
        Assert.Equal("40", page.QuerySelector("[name='privacy.read-news-kept-days']")!.GetAttribute("value"));
        var field = page.QuerySelector("[name='privacy.searchers-known-days']")!;
        Assert.Equal($"#{field.Id}", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        Assert.Contains($"{field.Id}-error", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_environment_fixes_is_shown_with_the_reason_and_changed_by_nobody()
    {
        var admin = await site.AdminAsync();
        Assert.Equal("Tickets__SendDelaySeconds", Of(await ReadAsync(admin), "tickets.send-delay-seconds").Text("fixedBy"));
        using var patched = await PatchAsync(admin, new Dictionary<string, object?> { ["tickets.send-delay-seconds"] = 20 });
        Assert.Equal(HttpStatusCode.BadRequest, patched.StatusCode);
        Assert.Contains("Tickets__SendDelaySeconds in the environment fixes it", await patched.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var page = await site.Browser(admin).PageAsync("/admin/settings/tickets");
        Assert.Null(page.QuerySelector("[name='tickets.send-delay-seconds']"));
        Assert.Contains("Tickets__SendDelaySeconds", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var posted = await site.Browser(admin).SubmitAsync("/admin/settings/tickets", ".settings", ("tickets.send-delay-seconds", "20"));
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        Assert.Equal(0, Of(await ReadAsync(admin), "tickets.send-delay-seconds").GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task What_reaches_far_is_done_once_its_consequence_was_read()
    {
        var admin = await site.AdminAsync();
        var values = new Dictionary<string, object?> { ["knowledge-base.anonymous-reading"] = true };
        using var asked = await PatchAsync(admin, values);
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        Assert.Contains("can read 0 items", (await asked.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        using var still = await site.Api().GetAsync("/api/v1/kb/items");
        Assert.Equal(HttpStatusCode.Unauthorized, still.StatusCode);

        var browser = site.Browser(admin);
        using var shown = await browser.SubmitAsync("/admin/settings/knowledge-base", ".settings", ("knowledge-base.anonymous-reading", "true"));
        Assert.Equal(HttpStatusCode.Conflict, shown.StatusCode);
        var page = await shown.PageAsync();
        Assert.Contains("can read 0 items", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        using var done = await browser.SubmitAsync(page, "/admin/settings/knowledge-base", ".settings", ("confirmed", "true"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        using var open = await site.Api().GetAsync("/api/v1/kb/items");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);

        // To close it again does no harm.
        using var closed = await PatchAsync(admin, new Dictionary<string, object?> { ["knowledge-base.anonymous-reading"] = null });
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
    }

    [Fact]
    public async Task Sign_up_closes_at_once()
    {
        var admin = await site.AdminAsync();
        using var off = await PatchAsync(admin, new Dictionary<string, object?> { ["auth.sign-up"] = "off" });
        Assert.Equal(HttpStatusCode.OK, off.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await SignUpAsync("eve@example.com"));
        using var form = await site.Browser().GetAsync("/signup");
        Assert.Equal(HttpStatusCode.NotFound, form.StatusCode);

        using var listed = await PatchAsync(admin, new Dictionary<string, object?> { ["auth.sign-up"] = "domains", ["auth.allowed-domains"] = "acme.example" });
        Assert.Equal(HttpStatusCode.OK, listed.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, await SignUpAsync("eve@example.com"));
        Assert.Equal(HttpStatusCode.Created, await SignUpAsync("eve@acme.example"));

        // Without a list of domains the default is that everybody may.
        using var closed = await PatchAsync(admin, new Dictionary<string, object?> { ["auth.sign-up"] = "off", ["auth.allowed-domains"] = null });
        Assert.Equal(HttpStatusCode.OK, closed.StatusCode);
        var browser = site.Browser(admin);
        using var asked = await browser.SubmitAsync("/admin/settings/sign-in", "#reset", ("reset", "auth.sign-up"));
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        var page = await asked.PageAsync();
        Assert.Contains("can make an account then", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        using var open = await browser.SubmitAsync(page, "/admin/settings/sign-in", ".settings", ("confirmed", "true"));
        Assert.Equal("open", Of(await ReadAsync(admin), "auth.sign-up").Text("value"));
    }

    [Fact]
    public async Task A_secret_is_kept_encrypted_and_told_to_nobody()
    {
        const string secret = "pw-7c1e44-do-not-tell";
        var admin = await site.AdminAsync();
        using var wrong = await PatchAsync(admin, new Dictionary<string, object?> { ["mail.smtp.user"] = "helpdesk", ["mail.smtp.password"] = secret + '\a' });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.DoesNotContain(secret, await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var alone = await PatchAsync(admin, new Dictionary<string, object?> { ["mail.smtp.user"] = "helpdesk" });
        Assert.Contains("Enter the password of this user.", await alone.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var set = await site.Browser(admin).SubmitAsync("/admin/settings/mail", ".settings", ("mail.smtp.user", "helpdesk"), ("mail.smtp.password", secret));
        Assert.Equal(HttpStatusCode.Redirect, set.StatusCode);
        Assert.Equal(secret, await site.WithAsync<ISiteSettings, string>(async settings =>
            (await settings.GetAsync(default)).Value(site.Services.GetServices<SettingKey>().OfType<SecretSetting>().Single())));

        var told = await ReadAsync(admin);
        Assert.True(Of(told, "mail.smtp.password").GetProperty("isSet").GetBoolean());
        Assert.DoesNotContain(secret, told.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await site.Browser(admin).GetStringAsync("/admin/settings/mail"), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, await site.Api(admin).GetStringAsync("/api/v1/admin/audit-log"), StringComparison.Ordinal);
        var line = Assert.Single(await site.LinesAboutAsync(admin.Id), line => line.SubjectId == "mail.smtp.password");
        Assert.Equal("{}", line.Details);
        Assert.All(await RowsAsync(), row => Assert.DoesNotContain(secret, row.Value, StringComparison.Ordinal));

        // It goes to no other server than the one that it was given for.
        using var elsewhere = await PatchAsync(admin, new Dictionary<string, object?> { ["mail.smtp.host"] = "mail.evil.example" });
        Assert.Equal(HttpStatusCode.BadRequest, elsewhere.StatusCode);
        Assert.Contains("Enter it again", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // An empty field is one that nobody typed in; "Remove" removes.
        using var kept = await site.Browser(admin).SubmitAsync("/admin/settings/mail", ".settings", ("mail.from-name", "Acme Help"));
        Assert.True(Of(await ReadAsync(admin), "mail.smtp.password").GetProperty("isSet").GetBoolean());
        using var without = await site.Browser(admin).SubmitAsync("/admin/settings/mail", ".settings", ("mail.smtp.user", ""), ("mail.from-name", ""));
        using var removed = await site.Browser(admin).SubmitAsync("/admin/settings/mail", "#reset", ("reset", "mail.smtp.password"));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain(await RowsAsync(), row => row.Key == "mail.smtp.password");
    }

    [Fact]
    public async Task What_an_admin_types_is_shown_as_text()
    {
        var admin = await site.AdminAsync();
        using var set = await PatchAsync(admin, new Dictionary<string, object?> { ["mail.from-name"] = Payload });
        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.DoesNotContain(Payload, await site.Browser(admin).GetStringAsync("/admin/settings/mail"), StringComparison.Ordinal);
        using var back = await PatchAsync(admin, new Dictionary<string, object?> { ["mail.from-name"] = null });
    }

    [Fact]
    public async Task Another_instance_hears_of_it()
    {
        await using var other = site.WithWebHostBuilder(_ => { });
        var there = other.Services.GetRequiredService<ISiteSettings>();
        Assert.True((await there.GetAsync(default)).Value(TicketSettings.EmployeesMaySetPriority));
        var admin = await site.AdminAsync();
        using var changed = await PatchAsync(admin, new Dictionary<string, object?> { ["tickets.employees-may-set-priority"] = false });
        await Eventually.TrueAsync("the other instance knows", () => Task.FromResult(!there.Known.Value(TicketSettings.EmployeesMaySetPriority)));
        using var back = await PatchAsync(admin, new Dictionary<string, object?> { ["tickets.employees-may-set-priority"] = null });
    }

    [Fact]
    public async Task The_overview_of_jobs_leads_to_each_of_them()
    {
        var browser = site.Browser(await site.AdminAsync());
        var links = (await browser.PageAsync("/admin/settings")).QuerySelectorAll(".setting-areas a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, links.Count);
        foreach (var link in links)
        {
            using var page = await browser.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Files_are_tried_out_step_by_step()
    {
        var admin = await site.AdminAsync();
        using var tried = await site.Api(admin).PostAsync("/api/v1/admin/settings/files/test", null);
        var trial = await tried.JsonAsync();
        Assert.True(trial.GetProperty("worked").GetBoolean());
        Assert.Equal(["Write", "Read", "Delete"], trial.GetProperty("steps").EnumerateArray().Select(step => step.Text("what")));

        using var shown = await site.Browser(admin).SubmitAsync("/admin/settings/files", "form[action$='/files/test']");
        Assert.Equal(3, (await shown.PageAsync()).QuerySelectorAll(".checklist li").Length);
    }

    private async Task<HttpStatusCode> SignUpAsync(string email)
    {
        using var answer = await site.Api().PostAsJsonAsync("/api/v1/auth/signup", new { email, password = "a lamp, a boat, a letter", name = "Eve" });
        return answer.StatusCode;
    }

    private Task<HttpResponseMessage> PatchAsync(Person admin, Dictionary<string, object?> values, bool confirmed = false) =>
        site.Api(admin).PatchAsJsonAsync(Settings, new { values, confirmed });

    private Task<JsonElement> ReadAsync(Person admin) => site.Api(admin).GetFromJsonAsync<JsonElement>(Settings);

    private static JsonElement Of(JsonElement settings, string key) => settings.GetProperty("areas").EnumerateArray()
        .SelectMany(area => area.GetProperty("settings").EnumerateArray()).Single(setting => setting.Text("key") == key);

    private Task<List<Setting>> RowsAsync() =>
        site.WithAsync<PlatformDbContext, List<Setting>>(db => db.Set<Setting>().AsNoTracking().ToListAsync());
}
