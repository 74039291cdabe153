using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Profile, appearance and keyboard: by page and by API, each without a loss for the others.</summary>
public sealed class ChoicesTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task The_profile_is_changed_on_its_page_and_what_is_wrong_stays_typed()
    {
        var browser = site.Browser(await site.EmployeeAsync());
        using var wrong = await browser.SubmitAsync("/account/profile", "main form", ("Form.Name", "   "), ("Form.TimeZone", "Asia/Tokyo"));
        Assert.Equal(["Enter a name."], await wrong.ProblemsAsync());
        Assert.Equal("Asia/Tokyo", (await wrong.PageAsync()).QuerySelector("#Form_TimeZone option[selected]")!.GetAttribute("value"));
        using var saved = await browser.SubmitAsync("/account/profile", "main form", ("Form.Name", "Priya O’Patel"), ("Form.TimeZone", "Asia/Tokyo"));
        var page = await browser.FollowAsync(saved);
        Assert.Equal("Saved.", page.Flash());
        Assert.Equal("Priya O’Patel", page.QuerySelector<AngleSharp.Html.Dom.IHtmlInputElement>("#Form_Name")!.Value);
        Assert.Contains("Priya O’Patel", page.QuerySelector(".person-menu")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Appearance_and_keyboard_change_the_pages_and_do_not_undo_each_other()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        using var appearance = await browser.SubmitAsync("/account/appearance", "main form", ("Form.Theme", "dark"), ("Form.Density", "dense"), ("Form.TimeFormat", "12"));
        Assert.Equal(HttpStatusCode.Redirect, appearance.StatusCode);
        using var keyboard = await browser.PostAsync("/account/keyboard", new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", (await browser.PageAsync("/account/keyboard")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
        ]));
        Assert.Equal(HttpStatusCode.Redirect, keyboard.StatusCode);
        var page = await browser.PageAsync("/");
        Assert.Equal("dark", page.DocumentElement.GetAttribute("data-theme"));
        Assert.Contains("dense", page.Body!.ClassName, StringComparison.Ordinal);
        Assert.Equal("off", page.Body.GetAttribute("data-shortcuts"));
        Assert.Matches(@"signed in .*, \d{1,2}:\d\d [ap]m", (await browser.PageAsync("/account/devices")).QuerySelector("time")!.GetAttribute("title") is { } title ? $"signed in {title}" : "");

        var choices = await (await site.Api(person).GetAsync("/api/v1/auth/choices")).JsonAsync();
        Assert.Equal(("dark", "dense", false), (choices.Text("theme"), choices.Text("density"), choices.GetProperty("keyboardShortcuts").GetBoolean()));
    }

    [Fact]
    public async Task By_api_one_choice_leaves_the_others_and_unknown_words_are_refused()
    {
        var api = site.Api(await site.AgentAsync());
        using var relaxed = await api.PatchAsJsonAsync("/api/v1/auth/choices", new { density = "relaxed" });
        var choices = await relaxed.JsonAsync();
        Assert.Equal(("system", "relaxed", true), (choices.Text("theme"), choices.Text("density"), choices.GetProperty("keyboardShortcuts").GetBoolean()));
        using var back = await api.PatchAsJsonAsync("/api/v1/auth/choices", new { density = "standard" });
        Assert.Equal("standard", (await back.JsonAsync()).Text("density"));
        foreach (var (field, sentence) in new[] { ("theme", "Choose a theme."), ("density", "Choose a density."), ("timeFormat", "Choose a time format.") })
        {
            using var wrong = await api.PatchAsJsonAsync("/api/v1/auth/choices", new Dictionary<string, string> { [field] = "pink" });
            Assert.Equal(sentence, (await wrong.JsonAsync()).GetProperty("errors").GetProperty(field)[0].GetString());
        }
    }

    [Fact]
    public async Task The_printed_keys_are_those_that_the_role_has()
    {
        Assert.DoesNotContain("Internal note", (await site.Browser(await site.EmployeeAsync()).PageAsync("/account/keyboard")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Internal note", (await site.Browser(await site.AgentAsync()).PageAsync("/account/keyboard")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
