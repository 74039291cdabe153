using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Categories of two levels and tags, kept by page and API.</summary>
public sealed class ShelfTests(Site site) : IClassFixture<Site>
{
    private const string Categories = "/api/v1/admin/kb/categories";
    private const string Tags = "/api/v1/admin/kb/tags";
    private static readonly string[] Both = ["printer", "printers"];

    [Fact]
    public async Task Categories_have_two_levels_and_an_order()
    {
        var agent = await site.AgentAsync();
        var browser = site.Browser(agent);
        using var first = await browser.SubmitAsync("/kb/manage/categories", "main form.card", ("Form.Name", "Order Hardware"));
        using var second = await browser.SubmitAsync("/kb/manage/categories", "main form.card", ("Form.Name", "Order Software"));
        using var again = await browser.SubmitAsync("/kb/manage/categories", "main form.card", ("Form.Name", "order software"));
        Assert.Equal("There is a category “order software” already.", (await again.ProblemsAsync())[0]);
        var (hardware, software) = (await CategoryAsync(agent, "Order Hardware"), await CategoryAsync(agent, "Order Software"));
        var child = await CreateAsync(agent, new { name = "Order Printers", parentId = hardware.Id() });
        Assert.Equal("Order Hardware / Order Printers", child.Text("path"));
        foreach (var wrong in new object[] { new { parentId = child.Id() }, new { parentId = software.Id(), name = " " }, new { parentId = Guid.NewGuid() } })
        {
            using var refused = await site.Api(agent).PatchAsJsonAsync($"{Categories}/{software.Id()}", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var nested = await site.Api(agent).PatchAsJsonAsync($"{Categories}/{hardware.Id()}", new { parentId = software.Id() });
        Assert.Equal(HttpStatusCode.BadRequest, nested.StatusCode);
        var page = await browser.PageAsync("/kb/manage/categories");
        var up = page.QuerySelector("button[aria-label='Move Order Software up']")!.Closest("form")!;
        using var moved = await browser.SubmitAsync(page, "", $"form[action='{up.GetAttribute("action")}']:has(button[aria-label$=' up'])");
        var names = (await ListAsync(agent)).Where(category => category.Text("name").StartsWith("Order ", StringComparison.Ordinal)).Select(category => category.Text("name"));
        Assert.Equal(["Order Software", "Order Hardware", "Order Printers"], names);
    }

    [Fact]
    public async Task A_category_in_use_is_removed_only_with_a_place_for_what_is_in_it()
    {
        var agent = await site.AgentAsync();
        var (from, to) = (await CreateAsync(agent, new { name = "From" }), await CreateAsync(agent, new { name = "To" }));
        var item = await site.BeginAsync(agent, "Moves along");
        var filed = await site.ChangeAsync(agent, item.Id(), new { category = "From" });
        using var refused = await site.Api(agent).DeleteAsync($"{Categories}/{from.Id()}");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("1 item is in this category.", (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        using var done = await site.Browser(agent).SubmitAsync($"/kb/manage/categories/{from.Id()}/removal", "main form", ("moveTo", to.Id().ToString()));
        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var now = await site.ItemAsync(agent, item.Id());
        Assert.Equal("To", now.Text("category"));
        Assert.True(now.GetProperty("version").GetInt32() > filed.GetProperty("version").GetInt32());
        Assert.DoesNotContain(await ListAsync(agent), category => category.Text("name") == "From");
    }

    [Fact]
    public async Task Tags_are_renamed_merged_and_removed_with_the_items_that_carry_them()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "Tagged");
        await site.ChangeAsync(agent, item.Id(), new { tags = Both });
        var (printer, printers) = (await TagAsync(agent, "printer"), await TagAsync(agent, "printers"));
        using var taken = await site.Api(agent).PatchAsJsonAsync($"{Tags}/{printer.Id()}", new { name = "Printers" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var used = await site.Browser(agent).SubmitAsync($"/kb/manage/tags/{printer.Id()}", "main form.card", ("Form.Into", printers.Id().ToString()));
        Assert.Equal(HttpStatusCode.Found, used.StatusCode);
        Assert.Equal(["printers"], await TagsOfAsync(agent, item.Id()));
        using var renamed = await site.Browser(agent).SubmitAsync($"/kb/manage/tags/{printers.Id()}", "main form:not(.card)", ("Form.Name", "Printing"));
        Assert.Equal(["printing"], await TagsOfAsync(agent, item.Id()));
        using var refused = await site.Api(agent).DeleteAsync($"{Tags}/{printers.Id()}");
        Assert.Contains("1 item carries this tag.", (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        await site.ChangeAsync(agent, item.Id(), new { tags = Array.Empty<string>() });
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/kb/manage/tags");
        using var removed = await browser.SubmitAsync(page, "", $"form[action$='{printers.Id()}/removal']");
        Assert.DoesNotContain((await site.Api(agent).GetFromJsonAsync<JsonElement>(Tags)).GetProperty("items").EnumerateArray(), tag => tag.Text("name") == "printing");
        foreach (var wrong in new[] { "", "a,b", new string('x', 51) })
        {
            using var bad = await site.Api(agent).PostAsJsonAsync(Tags, new { name = wrong });
            Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        }
    }

    private async Task<JsonElement> CreateAsync(Person agent, object category)
    {
        using var answer = await site.Api(agent).PostAsJsonAsync(Categories, category);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    private async Task<IReadOnlyList<JsonElement>> ListAsync(Person agent) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>(Categories)).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> CategoryAsync(Person agent, string name) => (await ListAsync(agent)).Single(category => category.Text("name") == name);

    private async Task<JsonElement> TagAsync(Person agent, string name) =>
        (await site.Api(agent).GetFromJsonAsync<JsonElement>(Tags)).GetProperty("items").EnumerateArray().Single(tag => tag.Text("name") == name);

    private async Task<IEnumerable<string>> TagsOfAsync(Person agent, Guid id) =>
        (await site.ItemAsync(agent, id)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!);
}
