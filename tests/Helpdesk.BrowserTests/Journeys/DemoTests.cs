using Helpdesk.Auth.Data;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Demo;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Journeys;

/// <summary>
/// A walk through the demonstration as its people. With HELPDESK_SCREENSHOTS naming a folder it takes the pictures of the
/// README on the way.
/// </summary>
public sealed class DemoTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("HELPDESK_SCREENSHOTS");

    [Fact]
    public async Task The_demonstration_shows_what_the_product_does()
    {
        await using (var scope = site.Services.CreateAsyncScope())
        {
            foreach (var part in scope.ServiceProvider.GetServices<IDemoData>().OrderBy(part => part.Order))
            {
                await part.SeedAsync(TestContext.Current.CancellationToken);
            }
        }

        var dana = await site.OpenAsync(await DemoPersonAsync("dana@demo.example"));
        await dana.GotoAsync("/queue?view=open");
        Assert.True(await dana.GetByRole(AriaRole.Table, new() { Name = "Tickets" }).GetByRole(AriaRole.Row).CountAsync() > 10);
        await LookAsync(dana, "the demo's queue", "queue");
        await DarkAsync(dana, "queue-dark");

        var ticket = await site.WithAsync<TicketsDbContext, int>(db => db.Tickets
            .Where(found => found.Status == TicketStatus.InProgress && found.Notes.Count > 0)
            .OrderByDescending(found => found.Messages.Count).Select(found => found.Number).FirstAsync());
        await dana.GotoAsync($"/t/{ticket}");
        await Expect(dana.GetByText("Only the team").First).ToBeVisibleAsync();
        await LookAsync(dana, "a ticket of the demo", "ticket");

        var requester = await site.WithAsync<TicketsDbContext, Guid>(db => db.Tickets
            .Where(found => found.Status == TicketStatus.WaitingOnEmployee).OrderBy(found => found.Number).Select(found => found.RequesterId).FirstAsync());
        var email = await site.WithAsync<AuthDbContext, string>(db => db.Users.Where(user => user.Id == requester).Select(user => user.Email!).SingleAsync());
        var employee = await site.OpenAsync(await DemoPersonAsync(email));
        await employee.GotoAsync("/");
        await Expect(employee.GetByRole(AriaRole.Heading, new() { Name = "How can we help?" })).ToBeVisibleAsync();
        await Expect(employee.GetByRole(AriaRole.Region, new() { Name = "Your tickets" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
        await LookAsync(employee, "home", "home");
        await employee.GotoAsync("/kb/connect-to-the-vpn-from-home");
        await Expect(employee.GetByRole(AriaRole.Article)).ToContainTextAsync("Install it once");
        await LookAsync(employee, "an article", null);
        await employee.GotoAsync("/kb/check-who-is-calling-before-you-reset-a-password");
        await Expect(employee.GetByRole(AriaRole.Heading, new() { Name = "Nothing here" })).ToBeVisibleAsync();
        await employee.GotoAsync("/tickets/new");
        await employee.SetViewportSizeAsync(375, 760);
        await PictureAsync(employee, "new-ticket-phone");
    }

    private Task<Person> DemoPersonAsync(string email) => site.SessionOfAsync(email);

    private static async Task LookAsync(IPage page, string what, string? picture)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        if (picture is not null)
        {
            await PictureAsync(page, picture);
        }

        await page.MustFindNothingAsync(what);
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync(what);
    }

    private static async Task DarkAsync(IPage page, string picture)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await PictureAsync(page, picture);
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Folder is not null)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Path.GetFullPath(Folder), name + ".png") });
        }
    }
}
