using System.Text.RegularExpressions;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Filing a ticket whose category asks for more, with and without scripts; and keeping such categories.</summary>
public sealed partial class CategoryFieldTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly string[] Rooms = ["East", "West"];

    [Fact]
    public async Task With_scripts_the_fields_come_with_the_category_and_what_was_typed_stays()
    {
        await DevicesAsync("Phones");
        var page = await site.OpenAsync(await site.EmployeeAsync());
        await page.GotoAsync("/tickets/new");
        await page.GetByLabel("Subject").FillAsync("Dark screen");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Phones" }).CheckAsync();
        await page.GetByLabel("Asset tag").FillAsync("LT-1");
        await page.GetByLabel("Room").SelectOptionAsync("West");
        await page.MustFindNothingAsync("a new ticket with fields");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Other" }).CheckAsync();
        await Expect(page.GetByLabel("Asset tag")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Radio, new() { Name = "Phones" }).CheckAsync();
        await Expect(page.GetByLabel("Asset tag")).ToHaveValueAsync("LT-1");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("It is dark.");

        // The draft has them too.
        await Expect(page.GetByText("Draft saved")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.GetByLabel("Asset tag")).ToHaveValueAsync("LT-1");
        await Expect(page.GetByLabel("Room")).ToHaveValueAsync("West");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Ticket());
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("LT-1");
    }

    [Fact]
    public async Task Without_scripts_the_form_asks_once_it_is_sent()
    {
        await DevicesAsync("Laptops");
        var page = await site.OpenAsync(await site.EmployeeAsync(), new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } });
        await page.GotoAsync("/tickets/new");
        await page.GetByLabel("Subject").FillAsync("Dark screen");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Laptops" }).CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Description" }).FillAsync("It is dark.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Laptops asks a little more.")).ToBeVisibleAsync();
        await page.MustFitAsync("a new ticket with fields");
        await page.GetByLabel("Asset tag").FillAsync("LT-2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync(Ticket());
        await Expect(page.GetByRole(AriaRole.Complementary)).ToContainTextAsync("LT-2");
    }

    [Fact]
    public async Task Agents_change_the_details_beside_the_ticket()
    {
        var category = await DevicesAsync("Screens");
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        using var filed = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            site.Api(priya), "/api/v1/tickets", new { subject = "Dark", description = "d", category, fields = new { asset_tag = "LT-1" } });
        var number = (await filed.JsonAsync()).GetProperty("number").GetInt32();
        var page = await site.OpenAsync(agent);
        await page.GotoAsync($"/t/{number}");
        await page.GetByLabel("Asset tag").FillAsync("LT-9");
        await page.GetByLabel("Room").FocusAsync();
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Conversation" })).ToContainTextAsync("to “Asset tag: LT-9”");
        await page.GetByLabel("Room").SelectOptionAsync("East");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Conversation" })).ToContainTextAsync("filled in “Room: East”");
        await page.MustFindNothingAsync("a ticket with details");
    }

    [Fact]
    public async Task Admins_see_the_form_while_they_make_a_field_and_drag_it_to_its_place()
    {
        await DevicesAsync("Printers");
        var page = await site.OpenAsync(await site.AdminAsync());
        await page.GotoAsync("/admin/categories");
        await page.MustFindNothingAsync("the categories");
        await page.GetByRole(AriaRole.Link, new() { Name = "Printers" }).ClickAsync();
        await page.MustFindNothingAsync("a category");
        await page.GetByRole(AriaRole.Link, new() { Name = "New field" }).ClickAsync();
        await page.MustComeToAsync("**/fields/new");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Label", Exact = true }).FillAsync("Since when?");
        await page.GetByLabel("Kind").SelectOptionAsync("date");
        var preview = page.GetByRole(AriaRole.Region, new() { Name = "What employees are asked" });
        await Expect(preview.Locator("input[type=date]")).ToBeVisibleAsync();
        await Expect(preview).ToContainTextAsync("Since when?");
        await page.MustFindNothingAsync("a new field");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var rows = page.GetByRole(AriaRole.List, new() { Name = "Fields" }).GetByRole(AriaRole.Link);
        await Expect(rows).ToHaveTextAsync(["Asset tag", "Room", "Since when?"]);
        await page.Locator("[data-sorted='Since when?'] .drag-handle").DragToAsync(page.Locator("[data-sorted='Asset tag']"), new() { TargetPosition = new() { X = 40, Y = 4 } });
        await Expect(page.GetByText("Moved “Since when?”.")).ToBeVisibleAsync();
        await Expect(rows).ToHaveTextAsync(["Since when?", "Asset tag", "Room"]);
        await page.SetViewportSizeAsync(320, 640);
        foreach (var url in new[] { page.Url, "/admin/categories", "/admin/tags", "/admin/macros", "/admin/answers" })
        {
            await page.GotoAsync(url);
            await page.MustFitAsync(url);
        }
    }

    private async Task<string> DevicesAsync(string name)
    {
        var admin = await site.AdminAsync();
        var category = await site.CategoryAsync(admin, new { name });
        await site.FieldAsync(admin, category, new { label = "Asset tag", isRequired = true, hint = "On its back." });
        await site.FieldAsync(admin, category, new { label = "Room", kind = "choice", choices = Rooms });
        return name;
    }

    [GeneratedRegex("/t/[0-9]+$")]
    private static partial Regex Ticket();
}
