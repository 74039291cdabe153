using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Taking a sent reply back, with the requester's browser open beside the agent's.</summary>
public sealed class UndoSendTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_reply_is_taken_back_then_sent_and_the_requester_sees_the_second_alone()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await ChooseDelayAsync(agent, "30");
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        var (mine, theirs) = (await site.OpenAsync(agent), await site.OpenAsync(requester));
        await mine.GotoAsync(ticket.Url);
        await SendAsync(mine, "I hate this lamp.");
        var held = mine.GetByRole(AriaRole.List, new() { Name = "Not sent yet" });
        await Expect(held).ToContainTextAsync("Sending in");
        await mine.MustFindNothingAsync("a held reply");
        await theirs.GotoAsync(ticket.Url);
        await Expect(theirs.GetByText("I hate this lamp.")).ToBeHiddenAsync();

        await held.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(mine.GetByText("Not sent. Your text is a draft again.")).ToBeVisibleAsync();
        await Expect(mine.Locator("#reply textarea")).ToHaveValueAsync("I hate this lamp.");
        await ChooseDelayAsync(agent, "5");
        await SendAsync(mine, "I am looking into it.");

        // At its time it takes its place in the conversation, without a reload.
        await Expect(mine.Locator("#conversation")).ToContainTextAsync("I am looking into it.", new() { Timeout = 20_000 });
        await Expect(held).ToBeHiddenAsync();
        await Expect(mine.GetByText("There is a new message.")).ToBeHiddenAsync();
        await theirs.ReloadAsync();
        await Expect(theirs.GetByText("I am looking into it.")).ToBeVisibleAsync();
        await Expect(theirs.GetByText("I hate this lamp.")).ToBeHiddenAsync();
    }

    private static async Task SendAsync(IPage page, string words)
    {
        var box = page.Locator("#reply textarea");
        if (!await box.IsVisibleAsync())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        }

        await box.FillAsync(words);
        await page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Not sent yet" }).WaitForAsync();
    }

    private async Task ChooseDelayAsync(Person person, string seconds)
    {
        using var api = new HttpClient { BaseAddress = site.Address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Token);
        (await api.PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = seconds })).EnsureSuccessStatusCode();
    }
}
