using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Journeys;

/// <summary>What the product is for, from an empty inbox to a solved matter, over real mail.</summary>
public sealed class MainJobTests(PostSite site) : IClassFixture<PostSite>
{
    private const string Password = "nine blue umbrellas in the hall";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_employee_asks_and_an_agent_solves(bool withScript)
    {
        var address = $"priya.{Guid.NewGuid():N}@example.com";
        var agent = await site.AgentAsync("Dana Diaz");
        var options = new BrowserNewContextOptions { JavaScriptEnabled = withScript };
        var employee = await site.OpenAsync(null, options);

        await SignUpAsync(employee, address);
        await FileAsync(employee);
        var received = await site.MailAsync(address, "We got your request");
        Assert.Contains("Printer on fire", received.Subject, StringComparison.Ordinal);

        var desk = await site.OpenAsync(agent, new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        await desk.GotoAsync("/queue?view=unassigned&sort=-created");
        await desk.GetByRole(AriaRole.Link, new() { Name = "Printer on fire" }).First.ClickAsync();
        await desk.GetByRole(AriaRole.Button, new() { Name = "Take" }).ClickAsync();
        await Expect(desk.GetByText("Taken.")).ToBeVisibleAsync();
        await AnswerAsync(desk, withScript, "Does the red light blink?", "Send");

        var answer = await site.MailAsync(address, "Printer on fire");
        await Eventually.TrueAsync("the answer came", async () =>
            (answer = await site.MailAsync(address, "Printer on fire")).Text.Contains("Does the red light blink?", StringComparison.Ordinal));
        Assert.Equal(received["References"], answer["References"]);
        // From elsewhere: on the ticket itself the link would only move to its own part of the page.
        await employee.GotoAsync("/");
        await employee.GotoAsync(answer.LinkTo("/t/"));
        await Expect(employee.GetByText("Does the red light blink?")).ToBeVisibleAsync();
        await employee.GetByRole(AriaRole.Textbox, new() { Name = "Your answer" }).FillAsync("No, it is dark.");
        await employee.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(employee.GetByText("No, it is dark.")).ToBeVisibleAsync();

        await desk.ReloadAsync();
        await Expect(desk.GetByText("No, it is dark.")).ToBeVisibleAsync();
        await AnswerAsync(desk, withScript, "A technician replaced it.", "Send and resolve");
        await Eventually.TrueAsync("the last answer came", async () =>
            (await site.MailAsync(address, "Printer on fire")).Text.Contains("A technician replaced it.", StringComparison.Ordinal));
        await employee.ReloadAsync();
        await Expect(employee.GetByText("We think that this is done.")).ToBeVisibleAsync();
    }

    private async Task SignUpAsync(IPage page, string address)
    {
        await page.GotoAsync("/signup");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Priya Patel");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Email" }).FillAsync(address);
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Check your e-mail");

        var mail = await site.MailAsync(address, "Confirm your address");
        await page.GotoAsync(mail.LinkTo("/verify"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm your address" }).ClickAsync();

        await page.GotoAsync("/signin");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Email" }).FillAsync(address);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How can we help?" })).ToBeVisibleAsync();
    }

    private static async Task FileAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New ticket" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Subject" }).FillAsync("Printer on fire");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Hardware" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("It smokes since this morning.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Printer on fire");
        await Expect(page.GetByText("It smokes since this morning.")).ToBeVisibleAsync();
    }

    private static async Task AnswerAsync(IPage desk, bool withScript, string text, string button)
    {
        if (withScript)
        {
            await desk.WaitForLoadStateAsync();
            await desk.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        }

        await desk.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" }).FillAsync(text);
        await desk.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(desk.GetByText(text)).ToBeVisibleAsync();
    }
}
