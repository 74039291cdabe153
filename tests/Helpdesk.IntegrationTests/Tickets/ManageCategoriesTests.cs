using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Categories and their fields, kept by admins on pages and over the API.</summary>
public sealed class ManageCategoriesTests(Site site, Databases databases) : IClassFixture<Site>
{
    private const string Script = "<script>alert(1)</script>\"'";

    [Fact]
    public async Task By_api_a_category_is_made_read_changed_ordered_and_removed()
    {
        var (admin, agent) = (await site.AdminAsync(), await site.AgentAsync());
        var api = site.Api(admin);
        var team = await site.TeamAsync("Cables", agent);
        var id = await site.CategoryAsync(admin, new { name = " Cables ", hint = "Wires", defaultTeamId = team, defaultPriority = "high", position = 1 });
        var all = (await api.JsonAsync(Catalogue.Path)).Items().ToList();
        Assert.Equal("Cables", all[1].Text("name"));
        Assert.Equal(Enumerable.Range(0, all.Count), all.Select(category => category.GetProperty("position").GetInt32()));

        using var twice = await api.PostAsJsonAsync(Catalogue.Path, new { name = "cables" });
        Assert.Equal("There is a category “cables” already.", await twice.ErrorAsync("name"));
        using var unnamed = await api.PostAsJsonAsync(Catalogue.Path, new { hint = "x" });
        Assert.Equal("Enter a name.", await unnamed.ErrorAsync("name"));
        using var nowhere = await site.PatchAsync(admin, $"{id}", new { defaultTeamId = Guid.NewGuid() });
        Assert.Equal("There is no such team.", await nowhere.ErrorAsync("defaultTeamId"));
        using var word = await site.PatchAsync(admin, $"{id}", new { defaultPriority = "soon" });
        Assert.Equal(HttpStatusCode.BadRequest, word.StatusCode);

        using var changed = await site.PatchAsync(admin, $"{id}", new { hint = "", defaultPriority = (string?)null, position = 99 });
        var view = await changed.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(("Cables", "", all.Count - 1), (view.Text("name"), view.Text("hint"), view.GetProperty("position").GetInt32()));
        Assert.True(view.IsNull("defaultPriority"));
        Assert.Equal(team, view.GetProperty("defaultTeamId").GetGuid());
        using var stale = new HttpRequestMessage(HttpMethod.Patch, $"{Catalogue.Path}/{id}") { Content = JsonContent.Create(new { hint = "x" }) };
        stale.Headers.Add("If-Match", "\"1\"");
        using var refused = await api.SendAsync(stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);

        using var removed = await api.DeleteAsync($"{Catalogue.Path}/{id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await api.GetAsync($"{Catalogue.Path}/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(["category.saved", "category.saved", "category.removed"], await ActsAsync(id));
    }

    [Fact]
    public async Task One_in_use_is_removed_only_when_its_tickets_move_in_one_go()
    {
        var (admin, agent, priya) = (await site.AdminAsync(), await site.AgentAsync(), await site.EmployeeAsync());
        var (vpn, other) = (await site.CategoryAsync(admin, new { name = "VPN" }), await site.CategoryAsync(admin, new { name = "Remote work" }));
        var ticket = await site.FileAsync(priya, category: "VPN");
        await site.FileAsync(priya, category: "VPN");
        using var macro = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", new { name = "To VPN", change = new { category = "VPN" } });
        using var view = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name = "Tunnels", query = "category=vpn&status=open" });

        using var inUse = await site.Api(admin).DeleteAsync($"{Catalogue.Path}/{vpn}");
        Assert.Equal("“VPN” is used by 2 tickets. Move them to another category, or hide it instead.", await inUse.WhyAsync(HttpStatusCode.Conflict));
        using var itself = await site.Api(admin).DeleteAsync($"{Catalogue.Path}/{vpn}?moveTo={vpn}");
        Assert.Equal("Choose another category.", await itself.ErrorAsync("moveTo"));

        var browser = site.Browser(admin);
        var page = await browser.PageAsync($"/admin/categories/{vpn}/removal");
        Assert.Contains("“VPN” is used by 2 tickets.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var nothing = await browser.SubmitAsync(page, $"/admin/categories/{vpn}/removal", "main .stack");
        Assert.Equal(HttpStatusCode.Conflict, nothing.StatusCode);
        using var moved = await browser.SubmitAsync(page, $"/admin/categories/{vpn}/removal", "main .stack", ("moveTo", other.ToString()));
        Assert.Equal("Removed “VPN”.", (await browser.FollowAsync(moved)).Flash());

        await site.KnownAsync("it is gone", set => set.Of(vpn) is null);
        var now = await site.LookAsync(agent, ticket);
        Assert.Equal("Remote work", now.Text("category"));
        Assert.DoesNotContain(now.GetProperty("events").EnumerateArray(), change => change.Text("kind") == "category_changed");
        Assert.Equal("Move to category Remote work", (await site.Api(agent).JsonAsync("/api/v1/admin/macros"))[0].GetProperty("sentences")[0].GetString());
        Assert.Equal("category=Remote%20work&status=open", (await site.Api(agent).JsonAsync("/api/v1/admin/views"))[0].Text("query"));
        var line = Assert.Single(await LinesAsync(vpn), entry => entry.Action == "category.removed");
        Assert.Contains("\"tickets\":2", line.Details.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_pages_categories_are_made_moved_hidden_and_get_fields()
    {
        var admin = await site.AdminAsync();
        var browser = site.Browser(admin);
        using var unnamed = await browser.SubmitAsync("/admin/categories/new", "main form", ("Form.Name", ""));
        Assert.Equal(["Enter a name."], await unnamed.ProblemsAsync());
        using var made = await browser.SubmitAsync("/admin/categories/new", "main form", ("Form.Name", "Rooms"), ("Form.DefaultPriority", "low"));
        var page = await browser.FollowAsync(made);
        var url = made.Headers.Location!.OriginalString;
        var id = Guid.Parse(url.Split('/')[^1]);
        Assert.Contains("Employees are asked nothing here.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var choiceless = await browser.SubmitAsync($"{url}/fields/new", "#field-form", ("Form.Label", "Which room?"), ("Form.Kind", "choice"));
        Assert.Equal(["Enter what may be chosen."], await choiceless.ProblemsAsync());
        foreach (var (label, kind, more) in new[] { ("Which room?", "choice", ("Form.Choices", "East\r\nWest\r\n\r\nEast")), ("Since", "date", ("Form.IsRequired", "true")), ("Key holder", "text", ("Form.IsForTheTeam", "true")) })
        {
            using var added = await browser.SubmitAsync($"{url}/fields/new", "#field-form", ("Form.Label", label), ("Form.Kind", kind), more);
            page = await browser.FollowAsync(added);
        }

        Assert.Equal(["Which room?", "Since", "Key holder"], page.QuerySelectorAll("[data-sortable] a").Select(link => link.TextContent));
        Assert.Equal(["Choose one", "East", "West"], page.QuerySelectorAll("#Form_Fields_which_room option").Select(option => option.TextContent));
        Assert.Null(page.QuerySelector("#Form_Fields_key_holder"));

        using var up = await browser.SubmitAsync(page, url, "[data-sortable] li:nth-child(2) form");
        page = await browser.FollowAsync(up);
        Assert.Equal(["Since", "Which room?", "Key holder"], page.QuerySelectorAll("[data-sortable] a").Select(link => link.TextContent));
        using var removed = await browser.SubmitAsync(page, url, "[data-sortable] li:nth-child(1) form:has([name='Form.IsRemoved'])");
        page = await browser.FollowAsync(removed);
        Assert.Equal(["Which room?", "Key holder"], page.QuerySelectorAll("[data-sortable] a").Select(link => link.TextContent));
        using var back = await browser.SubmitAsync(page, url, "details form");
        Assert.Equal("“Since” is back.", (await browser.FollowAsync(back)).Flash());

        var list = await browser.PageAsync("/admin/categories");
        var row = list.QuerySelectorAll("[data-sortable] li").Single(item => item.GetAttribute("data-sorted") == "Rooms");
        Assert.Contains("0 tickets · 3 fields · low priority", row.TextContent, StringComparison.Ordinal);
        using var hidden = await browser.SubmitAsync($"{url}", "main form.stack", ("Form.IsShown", "false"));
        Assert.Contains("Hidden", (await browser.FollowAsync(hidden)).QuerySelector("[data-sorted=Rooms]")!.TextContent, StringComparison.Ordinal);
        await site.KnownAsync("it is hidden", set => !set.Of(id)!.IsActive);
    }

    [Fact]
    public async Task Who_saves_second_is_told_and_may_put_theirs_in_its_place()
    {
        var admin = await site.AdminAsync();
        var browser = site.Browser(admin);
        var id = await site.CategoryAsync(admin, new { name = $"Seats {Guid.NewGuid():N}" });
        var field = await site.FieldAsync(admin, id, new { label = "Row", kind = "text" });
        foreach (var (url, form, name) in new[]
        {
            ($"/admin/categories/{id}", "main form.stack", "Form.Hint"),
            ($"/admin/categories/{id}/fields/{field.Id()}", "#field-form", "Form.Label"),
        })
        {
            var seen = await browser.PageAsync(url);
            using var first = await browser.SubmitAsync(url, form, (name, "Theirs"));
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
            using var late = await browser.SubmitAsync(seen, url, form, (name, "Mine"));
            Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
            var told = await late.PageAsync();
            Assert.Equal("Mine", told.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
            Assert.Equal(url, told.QuerySelector(".notice a")!.GetAttribute("href"));
            using var chosen = await browser.SubmitAsync(told, url, form);
            Assert.Equal("Saved.", (await browser.FollowAsync(chosen)).Flash());
            Assert.Equal("Mine", (await browser.PageAsync(url)).QuerySelector($"[name='{name}']")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_audit_log_tells_what_a_category_and_its_fields_were_before()
    {
        var admin = await site.AdminAsync();
        var api = site.Api(admin);
        var id = await site.CategoryAsync(admin, new { name = "Chairs", defaultPriority = "low" });
        var field = await site.FieldAsync(admin, id, new { label = "Legs", kind = "number" });
        (await site.PatchAsync(admin, id.ToString(), new { name = "Tables", defaultPriority = (string?)null })).Dispose();
        (await site.PatchAsync(admin, $"{id}/fields/{field.Id()}", new { label = "Feet", isForTheTeam = true })).Dispose();
        var lines = (await api.JsonAsync($"/api/v1/admin/audit-log?subjectId={id}")).Items().Select(line => line.GetProperty("details")).ToList();
        Assert.Equal("legs", lines[0].Text("field"));
        Assert.Equal("""{"label":"Legs","isForTheTeam":false}""", lines[0].GetProperty("from").GetRawText());
        Assert.Equal("""{"label":"Feet","isForTheTeam":true}""", lines[0].GetProperty("to").GetRawText());
        Assert.Equal("""{"name":"Chairs","defaultPriority":"low"}""", lines[1].GetProperty("from").GetRawText());
        Assert.Equal("""{"name":"Tables","defaultPriority":null}""", lines[1].GetProperty("to").GetRawText());
        Assert.False(lines[3].TryGetProperty("from", out _));
    }

    [Fact]
    public async Task Of_many_who_make_the_same_at_once_one_does()
    {
        var admin = await site.AdminAsync();
        var api = site.Api(admin);
        var name = $"Once {Guid.NewGuid():N}";
        Assert.Equal(1, await MadeAtOnceAsync(8, Catalogue.Path, _ => new { name, position = 0 }));
        var id = (await api.JsonAsync(Catalogue.Path)).Items().Single(category => category.Text("name") == name).Id();
        var fields = $"{Catalogue.Path}/{id}/fields";
        Assert.Equal(1, await MadeAtOnceAsync(8, fields, _ => new { label = "Same" }));
        Assert.Equal(29, await MadeAtOnceAsync(34, fields, number => new { label = $"Field {number}" }, HttpStatusCode.Conflict));
        Assert.Equal(5, await MadeAtOnceAsync(5, Catalogue.Path, number => new { name = $"{name} {number}", position = 0 }));
        var places = (await api.JsonAsync(Catalogue.Path)).Items().Select(category => category.GetProperty("position").GetInt32()).ToList();
        Assert.Equal(Enumerable.Range(0, places.Count), places);

        async Task<int> MadeAtOnceAsync(int times, string url, Func<int, object> body, HttpStatusCode elseIs = HttpStatusCode.BadRequest)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(async number =>
            {
                using var answer = await api.PostAsJsonAsync(url, body(number));
                return answer.StatusCode;
            }));
            Assert.All(answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.Created, elseIs }));
            return answers.Count(answer => answer == HttpStatusCode.Created);
        }
    }

    [Fact]
    public async Task The_last_category_stays_and_is_shown()
    {
        await using var own = new Site(databases);
        await own.InitializeAsync();
        var admin = await own.AdminAsync();
        var ids = (await own.Api(admin).JsonAsync(Catalogue.Path)).Items().Select(category => category.Id()).ToList();
        foreach (var id in ids.Skip(1))
        {
            using var hidden = await own.PatchAsync(admin, $"{id}", new { isShown = false });
            Assert.Equal(HttpStatusCode.OK, hidden.StatusCode);
        }

        using var last = await own.PatchAsync(admin, $"{ids[0]}", new { isShown = false });
        Assert.Equal("There must be a category that tickets can be filed in.", await last.WhyAsync(HttpStatusCode.Conflict));
        using var removed = await own.Api(admin).DeleteAsync($"{Catalogue.Path}/{ids[0]}");
        Assert.Equal("There must be a category that tickets can be filed in.", await removed.WhyAsync(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Fields_keep_key_and_kind_and_what_is_wrong_is_said_beside_its_field()
    {
        var admin = await site.AdminAsync();
        var category = await site.CategoryAsync(admin, new { name = "Phones" });
        var field = await site.FieldAsync(admin, category, new { label = "Größe (cm)", kind = "number" });
        Assert.Equal("groe_cm", field.Text("key"));
        var path = $"{Catalogue.Path}/{category}/fields";
        foreach (var (wrong, at, sentence) in new (object, string, string)[]
        {
            (new { label = "" }, "label", "Enter a label."),
            (new { label = "x", key = "Not a key" }, "key", "Use small letters, digits and _ for the key, with a letter first."),
            (new { label = "x", key = "groe_cm" }, "key", "There is a field with the key “groe_cm” already."),
            (new { label = "x", kind = "choice" }, "choices", "Enter what may be chosen."),
            (new { label = "x", kind = "choice", choices = new[] { new string('x', 101) } }, "choices", "A choice has 1 to 100 characters, on one line."),
        })
        {
            using var refused = await site.Api(admin).PostAsJsonAsync(path, wrong);
            Assert.Equal(sentence, await refused.ErrorAsync(at));
        }

        using var kind = await site.PatchAsync(admin, $"{category}/fields/{field.Id()}", new { kind = "text" });
        Assert.Equal("The kind of a field does not change. Make a new field.", await kind.ErrorAsync("kind"));
        using var removed = await site.Api(admin).DeleteAsync($"{path}/{field.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var again = await site.Api(admin).PostAsJsonAsync(path, new { label = "x", key = "groe_cm" });
        Assert.Equal("A removed field has the key “groe_cm”. Bring it back, or choose another key.", await again.ErrorAsync("key"));
    }

    [Fact]
    public async Task What_admins_name_does_nothing_wherever_it_is_shown()
    {
        var (admin, agent, priya) = (await site.AdminAsync(), await site.AgentAsync(), await site.EmployeeAsync());
        var id = await site.CategoryAsync(admin, new { name = Script, hint = Script });
        await site.FieldAsync(admin, id, new { label = Script, hint = Script, key = "bad", kind = "choice", choices = new[] { Script } });
        using var filed = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = Script, fields = new { bad = Script } });
        var number = (await filed.ReadAsync(HttpStatusCode.Created)).Number();
        var looked = 0;
        foreach (var (person, url) in new[]
        {
            (admin, "/admin/categories"), (admin, $"/admin/categories/{id}"), (admin, $"/admin/categories/{id}/removal"), (priya, "/tickets/new"), (priya, $"/tickets/new/fields?category={id}"),
            (priya, $"/t/{number}"), (agent, $"/t/{number}"), (agent, "/queue?view=open"), (agent, $"/queue?field.bad={Uri.EscapeDataString(Script)}"), (agent, "/queue/macros/new"),
        })
        {
            var page = await site.Browser(person).PageAsync(url);
            Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert(1)", StringComparison.Ordinal));
            Assert.True(page.Source.Text.Contains("alert(1)", StringComparison.Ordinal), $"Nothing is shown at {url}.");
            looked++;
        }

        Assert.Equal(10, looked);
    }

    private async Task<List<string>> ActsAsync(Guid id) => [.. (await LinesAsync(id)).Select(entry => entry.Action)];

    private Task<List<AuditEntry>> LinesAsync(Guid id) => site.WithAsync<TicketsDbContext, List<AuditEntry>>(db =>
        db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.SubjectId == id.ToString()).OrderBy(entry => entry.At).ToListAsync());
}
