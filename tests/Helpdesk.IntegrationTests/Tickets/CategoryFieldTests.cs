using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>What categories ask of those who file, and what becomes of the answers: by page and API.</summary>
public sealed class CategoryFieldTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly string[] Rooms = ["East", "West"];

    private readonly string name = $"Devices {Guid.NewGuid():N}";
    private Person admin = default!;
    private Person agent = default!;
    private Person priya = default!;
    private Guid category;
    private Guid assetId;

    public async ValueTask InitializeAsync()
    {
        (admin, agent, priya) = (await site.AdminAsync(), await site.AgentAsync(), await site.EmployeeAsync());
        category = await site.CategoryAsync(admin, new { name });
        assetId = (await site.FieldAsync(admin, category, new { label = "Asset tag", isRequired = true, hint = "On its back." })).Id();
        await site.FieldAsync(admin, category, new { label = "Room", kind = "choice", choices = Rooms });
        await site.FieldAsync(admin, category, new { label = "Weight", kind = "number" });
        await site.FieldAsync(admin, category, new { label = "On loan", kind = "checkbox" });
        await site.FieldAsync(admin, category, new { label = "Needed", kind = "date" });
        await site.FieldAsync(admin, category, new { label = "Contract", isForTheTeam = true });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task By_api_fields_are_offered_read_and_given_back_in_their_kinds()
    {
        var offered = (await site.Api(priya).JsonAsync("/api/v1/ticket-categories")).EnumerateArray().Single(each => each.Text("name") == name);
        Assert.Equal(["asset_tag", "room", "weight", "on_loan", "needed"], offered.GetProperty("fields").EnumerateArray().Select(field => field.Text("key")));
        var ticket = await FileAsync(priya, new { asset_tag = " LT-1 ", room = "West", weight = 12.50, on_loan = true, needed = "2027-03-01" });
        var fields = (await site.Api(priya).ShowAsync(ticket)).GetProperty("fields");
        Assert.Equal("""{"asset_tag":"LT-1","room":"West","weight":12.5,"on_loan":true,"needed":"2027-03-01"}""", fields.GetRawText());
        Assert.True((await site.Api(agent).ShowAsync(ticket)).GetProperty("fields").IsNull("contract"));
    }

    [Fact]
    public async Task By_api_what_does_not_fit_is_refused_beside_its_field()
    {
        foreach (var (fields, at, sentence) in new (object?, string, string)[]
        {
            (null, "fields.asset_tag", "Fill in “Asset tag”."),
            (new { asset_tag = "x", room = "North" }, "fields.room", "Room: choose one of the list."),
            (new { asset_tag = "x", weight = "heavy" }, "fields.weight", "Weight: enter a number like 12 or 12.5."),
            (new { asset_tag = "x", colour = "red" }, "fields.colour", $"{name} has no field “colour”."),
            // One for the team is, for employees, one that is not there.
            (new { asset_tag = "x", contract = "C-1" }, "fields.contract", $"{name} has no field “contract”."),
        })
        {
            using var refused = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = name, fields });
            Assert.Equal(sentence, await refused.ErrorAsync(at));
        }

        using var list = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = name, fields = new { asset_tag = Rooms } });
        Assert.Equal(HttpStatusCode.BadRequest, list.StatusCode);
        using var twice = await site.Api(priya).PostAsync(
            "/api/v1/tickets", new StringContent("""{"subject":"s","description":"d","category":"Other","fields":{"asset_tag":"a","asset_tag":"b"}}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
    }

    [Fact]
    public async Task By_pages_the_form_asks_once_the_category_is_known_and_keeps_what_was_typed()
    {
        var browser = site.Browser(priya);
        using var first = await browser.SubmitAsync("/tickets/new", "#new-ticket", ("Form.Subject", "Laptop"), ("Form.Description", "Dark."), ("Form.Category", name));
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var page = await first.PageAsync();
        Assert.Contains($"{name} asks a little more.", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Laptop", page.QuerySelector("#Form_Subject")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#Form_Fields_contract"));
        using var second = await browser.SubmitAsync(page, "/tickets/new", "#new-ticket", ("Form.Fields[room]", "East"));
        Assert.Equal(["Fill in “Asset tag”."], await second.ProblemsAsync());
        page = await second.PageAsync();
        Assert.Equal("East", page.QuerySelector("#Form_Fields_room option[selected]")!.TextContent);
        Assert.Equal("#Form_Fields_asset_tag", page.QuerySelector(".error-summary a")!.GetAttribute("href"));
        using var third = await browser.SubmitAsync(page, "/tickets/new", "#new-ticket", ("Form.Fields[asset_tag]", "LT-7"), ("Form.Fields[on_loan]", "true"));
        var shown = (await browser.FollowAsync(third)).QuerySelector("aside")!.TextContent;
        Assert.Contains("LT-7", shown, StringComparison.Ordinal);
        Assert.Contains("On loan", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Contract", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_keeps_what_was_filled_in()
    {
        var browser = site.Browser(priya);
        var page = await browser.PageAsync("/tickets/new");
        using var saved = await browser.PostAsync("/drafts/new", new FormUrlEncodedContent(Forms.FieldsOf(
            (IHtmlFormElement)page.QuerySelector("#new-ticket")!,
            ("Form.Subject", "Lap"), ("Form.Category", name), ("Form.Fields[asset_tag]", "LT-8"), ("Form.Fields[on_loan]", "true"))));
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        page = await browser.PageAsync("/tickets/new");
        Assert.Equal("LT-8", page.QuerySelector("#Form_Fields_asset_tag")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#Form_Fields_on_loan")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task The_team_changes_them_by_api_with_a_guard_and_an_event()
    {
        var ticket = await FileAsync(priya, new { asset_tag = "LT-1" });
        var api = site.Api(agent);
        using var changed = await api.ChangeAsync(ticket, new { fields = new { asset_tag = "LT-2", contract = "C-1", weight = (string?)null } }, ticket.Version());
        await changed.ReadAsync(HttpStatusCode.OK);
        var shown = await api.ShowAsync(ticket);
        Assert.Equal(("LT-2", "C-1"), (shown.GetProperty("fields").Text("asset_tag"), shown.GetProperty("fields").Text("contract")));
        var told = shown.GetProperty("events").EnumerateArray().Where(change => change.Text("kind") == "field_changed").ToList();
        Assert.Equal(["Asset tag: LT-2", "Contract: C-1"], told.Select(change => change.Text("to")).Order(StringComparer.Ordinal));
        Assert.Equal("Asset tag: LT-1", Assert.Single(told, change => !change.IsNull("from")).Text("from"));

        using var stale = await api.ChangeAsync(ticket, new { fields = new { asset_tag = "LT-3" } }, ticket.Version());
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var emptied = await api.ChangeAsync(ticket, new { fields = new { asset_tag = "" } });
        Assert.Equal("Fill in “Asset tag”.", await emptied.ErrorAsync("fields.asset_tag"));
        using var unknown = await api.ChangeAsync(ticket, new { fields = new { colour = "" } });
        Assert.Equal($"{name} has no field “colour”.", await unknown.ErrorAsync("fields.colour"));
        using var byRequester = await site.Api(priya).ChangeAsync(ticket, new { fields = new { asset_tag = "x" } });
        Assert.Equal(HttpStatusCode.Forbidden, byRequester.StatusCode);
        using var many = await api.PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { ticket.Id() }, change = new { fields = new { asset_tag = "x" } } });
        Assert.Equal("Fields of categories are changed one ticket at a time.", await many.ErrorAsync("change.fields"));
    }

    [Fact]
    public async Task The_team_changes_them_on_the_page_and_two_who_do_are_told_of_each_other()
    {
        var ticket = await FileAsync(priya, new { asset_tag = "LT-1", on_loan = true });
        var url = $"/t/{ticket.Number()}";
        var browser = site.Browser(agent);
        var (mine, theirs) = (await browser.PageAsync(url), await browser.PageAsync(url));
        var form = $"form[action='/tickets/{ticket.Id()}/details']";
        using var saved = await browser.SubmitAsync(theirs, url, form, ("Form.Fields[asset_tag]", "LT-2"));
        Assert.Contains("changed “Asset tag: LT-1” to “Asset tag: LT-2”", (await browser.FollowAsync(saved)).QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);

        // Another field is no reason to stop; the same one is.
        using var other = await browser.SubmitAsync(mine, url, form, ("Form.Fields[contract]", "C-1"));
        Assert.Equal(HttpStatusCode.Redirect, other.StatusCode);
        using var same = await browser.SubmitAsync(mine, url, form, ("Form.Fields[asset_tag]", "LT-3"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, same.StatusCode);
        var contested = await same.PageAsync();
        Assert.Contains("Asset tag is now “LT-2”.", contested.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("LT-3", contested.QuerySelector("#Form_Fields_asset_tag")!.GetAttribute("value"));
        using var anyway = await browser.SubmitAsync(contested, url, form);
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        using var unticked = await browser.PostAsync($"/tickets/{ticket.Id()}/details", new FormUrlEncodedContent(
            Forms.FieldsOf((IHtmlFormElement)(await browser.PageAsync(url)).QuerySelector(form)!).Where(field => field.Key != "Form.Fields[on_loan]")));
        var fields = (await site.Api(agent).ShowAsync(ticket)).GetProperty("fields");
        Assert.Equal(("LT-3", "C-1", false), (fields.Text("asset_tag"), fields.Text("contract"), fields.GetProperty("on_loan").GetBoolean()));
    }

    [Fact]
    public async Task Another_category_hides_them_and_the_way_back_brings_them_back()
    {
        var ticket = await FileAsync(priya, new { asset_tag = "LT-1" });
        var api = site.Api(agent);
        (await api.ChangeAsync(ticket, new { category = "Other" })).Dispose();
        Assert.Equal("{}", (await api.ShowAsync(ticket)).GetProperty("fields").GetRawText());
        using var back = await api.ChangeAsync(ticket, new { category = name, fields = new { room = "West" } });
        await back.ReadAsync(HttpStatusCode.OK);
        var fields = (await api.ShowAsync(ticket)).GetProperty("fields");
        Assert.Equal(("LT-1", "West"), (fields.Text("asset_tag"), fields.Text("room")));

        // So does removing the field and bringing it back.
        using var removed = await site.PatchAsync(admin, $"{category}/fields/{assetId}", new { isRemoved = true });
        await site.KnownAsync("the field is removed", set => set.FieldsCalled("asset_tag").All(field => field.Id != assetId));
        Assert.False((await api.ShowAsync(ticket)).GetProperty("fields").TryGetProperty("asset_tag", out _));
        using var returned = await site.PatchAsync(admin, $"{category}/fields/{assetId}", new { isRemoved = false });
        await site.KnownAsync("the field is back", set => set.FieldsCalled("asset_tag").Any(field => field.Id == assetId));
        Assert.Equal("LT-1", (await api.ShowAsync(ticket)).GetProperty("fields").Text("asset_tag"));
    }

    [Fact]
    public async Task The_queue_finds_by_them_and_the_export_tells_them()
    {
        var (one, two) = (await FileAsync(priya, new { asset_tag = name, weight = "7", on_loan = true }), await FileAsync(priya, new { asset_tag = name, room = "East", needed = "2027-03-02" }));
        var api = site.Api(agent);
        var tag = Uri.EscapeDataString(name);
        Assert.Equal([one.Number(), two.Number()], await FoundAsync($"field.asset_tag={tag}"));
        Assert.Equal([one.Number()], await FoundAsync($"field.asset_tag={tag}&field.weight=7.0"));
        Assert.Equal([two.Number()], await FoundAsync($"field.asset_tag={tag}&field.on_loan=false"));
        Assert.Equal([two.Number()], await FoundAsync($"field.asset_tag={tag}&field.room=East&field.room=West"));
        Assert.Equal([two.Number()], await FoundAsync($"q={Uri.EscapeDataString($"field.asset_tag:\"{name}\" field.room:East")}"));
        using var unknown = await api.GetAsync("/api/v1/admin/tickets?field.asset_tga=x");
        Assert.Equal("There is no field “asset_tga”. Did you mean asset_tag?", await unknown.ErrorAsync("field.asset_tga"));
        using var wrong = await api.GetAsync("/api/v1/admin/tickets?field.weight=heavy");
        Assert.Equal("Weight: enter a number like 12 or 12.5.", await wrong.ErrorAsync("field.weight"));

        var page = await site.Browser(agent).PageAsync($"/queue?field.asset_tag={tag}");
        Assert.Equal([$"Asset tag: {name}"], page.QuerySelectorAll(".filter-line .chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal(2, page.QuerySelectorAll("[data-queue] tbody tr").Length);
        using var saved = await api.PostAsJsonAsync("/api/v1/admin/views", new { name, query = $"field.asset_tag={tag}&cursor=x" });
        Assert.Equal($"field.asset_tag={tag}", (await saved.ReadAsync(HttpStatusCode.Created)).Text("query"));

        var lines = (await api.GetStringAsync($"/api/v1/admin/tickets/export?field.asset_tag={tag}&sort=number")).Split("\r\n");
        Assert.Contains(",Asset tag,Room,Weight,On loan,Needed,Contract", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($",{name},,7,true,,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($",{name},East,,,2027-03-02,", lines[2], StringComparison.Ordinal);

        async Task<List<int>> FoundAsync(string query) =>
            [.. (await api.JsonAsync($"/api/v1/admin/tickets?{query}")).Items().Select(ticket => ticket.Number()).Order()];
    }

    [Fact]
    public async Task The_category_decides_team_and_priority_unless_somebody_said_otherwise()
    {
        var team = await site.TeamAsync($"Team {name}", agent);
        using var decides = await site.PatchAsync(admin, $"{category}", new { defaultTeamId = team, defaultPriority = "high" });
        await site.KnownAsync("it decides", set => set.Of(category)!.DefaultTeamId == team);
        var ticket = await FileAsync(priya, new { asset_tag = "LT-1" });
        var shown = await site.Api(agent).ShowAsync(ticket);
        Assert.Equal(("high", team), (shown.Text("priority"), shown.GetProperty("team").Id()));
        var page = await site.Browser(agent).GetStringAsync($"/t/{ticket.Number()}");
        Assert.Contains($"It went to the team Team {name} because of the category {name}", page, StringComparison.Ordinal);
        Assert.Contains($"It has the priority high because of the category {name}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"Team {name}", await site.Browser(priya).GetStringAsync($"/t/{ticket.Number()}"), StringComparison.Ordinal);
        using var said = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = name, priority = "low", fields = new { asset_tag = "x" } });
        Assert.Equal("low", (await said.ReadAsync(HttpStatusCode.Created)).Text("priority"));
    }

    [Fact]
    public async Task A_follow_up_has_what_the_closed_ticket_had()
    {
        var ticket = await FileAsync(priya, new { asset_tag = "LT-1" });
        (await site.Api(agent).ChangeAsync(ticket, new { status = "closed" })).Dispose();
        site.Clock.Advance(TimeSpan.FromDays(15));
        using var late = await site.Api(priya).SayAsync(ticket, "Again.");
        var followUp = (await site.Api(priya).JsonAsync("/api/v1/tickets")).Items().First(each => each.Id() != ticket.Id());
        Assert.Equal("LT-1", (await site.Api(priya).ShowAsync(followUp)).GetProperty("fields").Text("asset_tag"));
    }

    private async Task<JsonElement> FileAsync(Person person, object fields)
    {
        using var filed = await site.Api(person).PostAsJsonAsync("/api/v1/tickets", new { subject = "Laptop", description = "Dark.", category = name, fields });
        return await filed.ReadAsync(HttpStatusCode.Created);
    }
}
