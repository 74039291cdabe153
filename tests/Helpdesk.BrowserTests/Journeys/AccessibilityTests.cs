using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Journeys;

/// <summary>Every page with axe in both themes, and on the narrowest screen.</summary>
public sealed class AccessibilityTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData("/signin")]
    [InlineData("/signup")]
    [InlineData("/forgot")]
    [InlineData("/reset?token=used-up")]
    [InlineData("/verify?token=used-up")]
    [InlineData("/verify/change?token=used-up")]
    [InlineData("/signout")]
    [InlineData("/nothing-here")]
    public async Task Pages_for_anybody(string path) => await LookAsync(await site.OpenAsync(), path);

    [Fact]
    public async Task Pages_for_employees()
    {
        var priya = await site.EmployeeAsync();
        var page = await site.OpenAsync(priya);
        foreach (var path in new[] { "/", "/tickets", "/tickets?box=waiting", "/tickets?box=done&q=nothing", "/tickets/new", "/kb", "/kb/search?q=vpn", "/queue", "/account/profile", "/account/email", "/account/appearance", "/account/keyboard", "/account/devices", "/account/data" })
        {
            await LookAsync(page, path);
        }

        var number = await FileAsync(priya, "Printer on fire " + new string('x', 450));
        foreach (var path in new[] { "/", "/tickets", $"/t/{number}" })
        {
            await LookAsync(page, path);
        }

        foreach (var status in new[] { "resolved", "closed" })
        {
            await MoveAsync(priya, number, status);
            await LookAsync(page, $"/t/{number}");
        }

        await LookAsync(page, "/tickets?box=done");
        await page.GotoAsync("/tickets/new");
        await page.EvaluateAsync("() => document.querySelector('#new-ticket').noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" }).WaitForAsync();
        await page.MustFindNothingAsync("a new ticket with errors");
    }

    [Fact]
    public async Task Pages_for_the_team()
    {
        var agent = await site.AdminAsync("Maximiliane von und zu Hohenstein-Wittgenstein");
        var number = await FileAsync(await site.EmployeeAsync(), "Second screen stays black");
        await NoteAsync(agent, number);
        var page = await site.OpenAsync(agent);
        foreach (var path in new[] { "/queue", "/queue?view=mine", "/queue?q=zzz&status=open", $"/t/{number}", "/admin", "/admin/settings", "/admin/settings/sign-in", "/admin/settings/mail", "/admin/settings/files", "/admin/branding", "/admin/branding/default", "/account/keyboard", "/account/profile" })
        {
            await LookAsync(page, path);
        }
    }

    private static async Task LookAsync(IPage page, string path)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync(path);
        await page.MustFindNothingAsync(path);
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync(path);
    }

    private async Task<int> FileAsync(Person person, string subject)
    {
        using var api = Api(person);
        using var answer = await api.PostAsJsonAsync("/api/v1/tickets", new { subject, description = "It smokes.\n\n- third floor\n- `E-4711`", category = "Hardware" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Filed>())!.Number;
    }

    private async Task MoveAsync(Person person, int number, string status)
    {
        using var api = Api(person);
        var ticket = await api.GetFromJsonAsync<Filed>($"/api/v1/tickets/{number}");
        using var answer = await api.PatchAsJsonAsync($"/api/v1/tickets/{ticket!.Id}", new { status });
        answer.EnsureSuccessStatusCode();
    }

    private async Task NoteAsync(Person agent, int number)
    {
        using var api = Api(agent);
        var ticket = await api.GetFromJsonAsync<Filed>($"/api/v1/tickets/{number}");
        using var answer = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket!.Id}/messages", new { body = "Same cable as last week.", kind = "internal" });
        answer.EnsureSuccessStatusCode();
    }

    private HttpClient Api(Person person) => new()
    {
        BaseAddress = site.Address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", person.Token) },
    };

    private sealed record Filed(Guid Id, int Number);
}
