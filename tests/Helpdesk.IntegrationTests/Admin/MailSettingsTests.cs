using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>A site whose environment says nothing of mail.</summary>
public sealed class OpenMailSite : Site
{
    public OpenMailSite(Databases databases)
        : base(databases)
    {
        Settings.Remove("Mail:Transport");
        Settings.Remove("Mail:PickupFolder");
        Settings["Mail:Drain"] = "true";
        Settings["Mail:PollSeconds"] = "1";
        Settings["Mail:Smtp:TimeoutSeconds"] = "5";
    }
}

/// <summary>Mail is set up while the site runs: what waits leaves then, and a test tells what the server says.</summary>
public sealed class MailSettingsTests(OpenMailSite site) : IClassFixture<OpenMailSite>
{
    [Fact]
    public async Task Mails_wait_until_a_server_is_named_and_a_test_tells_what_it_says()
    {
        await using var server = await MailServer.StartAsync();
        var admin = await site.AdminAsync();
        var api = site.Api(admin);
        using var signedUp = await site.Api().PostAsJsonAsync("/api/v1/auth/signup", new { email = "eve@example.com", password = "a lamp, a boat, a letter", name = "Eve" });
        Assert.Equal(HttpStatusCode.Created, signedUp.StatusCode);
        Assert.Contains("Mail is not set up", (await TestAsync(api)).GetProperty("steps")[0].Text("said"), StringComparison.Ordinal);
        using var pickup = await api.PatchAsJsonAsync("/api/v1/admin/settings", new { values = new Dictionary<string, string> { ["mail.transport"] = "pickup" } });
        Assert.Equal(HttpStatusCode.BadRequest, pickup.StatusCode);

        using var named = await api.PatchAsJsonAsync("/api/v1/admin/settings", new
        {
            values = new Dictionary<string, object>
            {
                ["mail.from"] = "help@example.com",
                ["mail.smtp.host"] = "127.0.0.1",
                ["mail.smtp.port"] = server.Port,
                ["mail.smtp.start-tls"] = "none",
            },
        });
        Assert.Equal(HttpStatusCode.OK, named.StatusCode);
        Assert.Contains((await server.WaitForMailsAsync(1))[0].To, to => to == "eve@example.com");
        // No attempt was spent on waiting.
        await Eventually.TrueAsync("the mail is written down as sent", () => site.WithAsync<PlatformDbContext, bool>(db =>
            db.Outbox.AnyAsync(mail => mail.ToAddress == "eve@example.com" && mail.SentAt != null && mail.Attempts == 1)));

        var worked = await TestAsync(api);
        Assert.True(worked.GetProperty("worked").GetBoolean());
        Assert.Contains(await server.MailsAsync(), mail => mail.To.Contains(admin.Email));

        await server.SetFaultsAsync(new Fault("recipient") { For = admin.Email, Code = 550, Text = "No such person here" });
        var refused = await TestAsync(api);
        Assert.False(refused.GetProperty("worked").GetBoolean());
        Assert.Contains("No such person here", refused.GetProperty("steps")[0].Text("said"), StringComparison.Ordinal);
        using var page = await site.Browser(admin).SubmitAsync("/admin/settings/mail", "form[action$='/mail/test']");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("No such person here", (await page.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> TestAsync(HttpClient api)
    {
        using var tested = await api.PostAsync("/api/v1/admin/settings/mail/test", null);
        Assert.Equal(HttpStatusCode.OK, tested.StatusCode);
        return await tested.JsonAsync();
    }
}
