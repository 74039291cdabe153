using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.ManagePeople;

/// <summary>Lists of people from spreadsheets: what a trial says, what a run does, and what comes in bad faith.</summary>
public sealed class ImportPeopleTests(Databases databases) : IAsyncLifetime
{
    private const string Url = "/admin/people/import";

    private readonly AuthSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_trial_says_what_a_run_then_does()
    {
        var (admin, agent, same) = (await site.AdminAsync("Ada Admin"), await site.AgentAsync("Dana Diaz"), await site.EmployeeAsync("Same Sami"));
        var gone = await site.EmployeeAsync("Gone Gonzo");
        (await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{gone.Id}", new { isActive = false })).EnsureSuccessStatusCode();
        var team = await site.TeamAsync("Network");
        var csv = $"""
            Name;E-Mail;Role;Team
            """;
        using var header = await ImportAsync(admin, csv, isTrial: true);
        Assert.Equal("The first line must name the columns: name, email, role, team. Role and team may be left out.", await SentenceAsync(header));

        csv = $"""
            Name;Email;Role;Team
            New Nora;new.nora@example.com;agent;network
            "Plain; Pia";plain.pia@example.com;;
            {agent.Name};{agent.Email.ToUpperInvariant()};admin;Network
            ;{same.Email};;
            Gone Gonzo;{gone.Email};agent;
            New Nora;NEW.NORA@example.com;;
            Wrong;wrong;;
            Boss;boss@example.com;boss;
            No Team;noteam@example.com;agent;Nowhere
            No Staff;nostaff@example.com;employee;Network
            """;
        using var trial = await ImportAsync(admin, csv, isTrial: true);
        var said = await trial.JsonAsync();
        string[] expected =
        [
            "new Gets an invitation as an agent, in Network.",
            "new Gets an invitation as an employee.",
            "changed Becomes an administrator. Joins Network.",
            "unchanged ",
            "refused This person is deactivated. Let them in again first.",
            "refused This address stands in line 2 already.",
            "refused Enter an e-mail address like name@example.com.",
            "refused Choose a role: employee, agent or admin.",
            "refused There is no such team.",
            "refused Only agents and administrators can be in a team.",
        ];
        Assert.Equal(expected, Told(said));
        Assert.True(said.GetProperty("isTrial").GetBoolean());
        Assert.Equal(4, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync()));
        Assert.Empty(await site.MailsToAsync("new.nora@example.com"));
        Assert.Equal("agent", (await ShowAsync(admin, agent)).Text("role"));

        using var run = await ImportAsync(admin, csv, isTrial: false);
        Assert.Equal(expected, Told(await run.JsonAsync()));
        Assert.Single(await site.MailsToAsync("new.nora@example.com"));
        Assert.Equal(["admin", "Network"], new[] { (await ShowAsync(admin, agent)).Text("role"), (await ShowAsync(admin, agent)).GetProperty("teams")[0].Text("name") });
        var people = await site.Api(admin).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users?state=invited");
        Assert.Equal(["New Nora", "Plain; Pia"], people.GetProperty("items").EnumerateArray().Select(item => item.Text("name")));
        Assert.Equal(team, people.GetProperty("items")[0].GetProperty("teams")[0].GetProperty("id").GetGuid());

        using var again = await ImportAsync(admin, csv, isTrial: false);
        Assert.Equal((0, 0), ((await again.JsonAsync()).GetProperty("new").GetInt32(), (await again.JsonAsync()).GetProperty("changed").GetInt32()));
        Assert.Single(await site.MailsToAsync("new.nora@example.com"));
    }

    [Fact]
    public async Task The_last_administrator_is_not_lost_by_a_list()
    {
        var (admin, second) = (await site.AdminAsync("Ada Admin"), await site.AdminAsync("Ada Second"));
        var csv = $"name,email,role\nAda Admin,{admin.Email},employee\nAda Second,{second.Email},employee";
        foreach (var isTrial in new[] { true, false })
        {
            using var answer = await ImportAsync(admin, csv, isTrial);
            Assert.Equal(["changed Becomes an employee.", "refused There must be at least one active administrator."], Told(await answer.JsonAsync()));
        }

        Assert.Equal("admin", (await ShowAsync(second, second)).Text("role"));
    }

    [Fact]
    public async Task A_file_is_tried_and_run_on_the_page_without_script()
    {
        var admin = await site.AdminAsync();
        var browser = site.Browser(admin);
        using var looked = await UploadAsync(browser, [.. Encoding.UTF8.Preamble, .. "email,name\r\nzoe@example.com,\"Zoë \"\"Z\"\" Zacharias\"\r\n"u8]);
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        var page = await looked.PageAsync();
        Assert.Contains("1 new, 0 changed, 0 unchanged, 0 left out.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Import 1 person", page.QuerySelector("button[name=run]")!.TextContent);
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync()));
        using var done = await browser.SubmitAsync(page, Url, "form:has(button[name=run])", ("run", "true"));
        Assert.Equal("/admin/people", done.Headers.Location!.OriginalString);
        Assert.Equal("Zoë \"Z\" Zacharias", (await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/users?state=invited")).GetProperty("items")[0].Text("name"));
        Assert.Single(await site.MailsToAsync("zoe@example.com"));
    }

    [Fact]
    public async Task What_is_no_text_in_utf8_is_refused()
    {
        var browser = site.Browser(await site.AdminAsync());
        byte[][] files =
        [
            [.. "name,email\nGr"u8, 0xFC, 0xDF, .. "e,a@example.com"u8],
            [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name,email\nKim,a@example.com")],
            [.. "name,email\nKim\0,a@example.com"u8],
        ];
        foreach (var file in files)
        {
            using var refused = await UploadAsync(browser, file);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(["This is not text in UTF-8. Save it as “CSV UTF-8”."], await refused.ProblemsAsync());
        }

        using var large = await UploadAsync(browser, [.. "name,email\n"u8, .. Enumerable.Repeat((byte)' ', 1 << 20)]);
        Assert.Equal(["people.csv is 1 MB. The limit is 1 MB, or 2,000 people. Part the file."], await large.ProblemsAsync());
        using var nothing = await browser.SubmitAsync(Url, "main form");
        Assert.Equal(["Choose a file, or paste its lines."], await nothing.ProblemsAsync());
    }

    [Fact]
    public async Task Hostile_cells_are_text()
    {
        var admin = await site.AdminAsync();
        const string formula = "=HYPERLINK(\"\"http://evil.example\"\";\"\"x\"\")";
        const string markup = "<script>alert(1)</script>";
        var csv = $"name,email\n\"{formula}\",a@example.com\n{markup},b@example.com\n{new string('x', 10_000)},c@example.com\nTwo\u202Edraw,d@example.com\n\"open quote,e@example.com\nNever reached,f@example.com";
        using var looked = await site.Browser(admin).SubmitAsync(Url, "main form", ("Form.Csv", csv));
        var page = await looked.PageAsync();
        Assert.Empty(page.QuerySelectorAll("main script"));
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.TextContent.Trim()).ToList();
        Assert.StartsWith("=HYPERLINK(\"http://evil.example\";\"x\")", rows[0], StringComparison.Ordinal);
        Assert.StartsWith(markup, rows[1], StringComparison.Ordinal);
        Assert.Contains("Name can have up to 300 characters. It has 10000.", rows[2], StringComparison.Ordinal);
        Assert.True(rows[2].Length < 400);
        Assert.Contains("Name contains a character that cannot be used here.", rows[3], StringComparison.Ordinal);
        Assert.Equal(5, rows.Count);
        using var run = await ImportAsync(admin, csv, isTrial: false);
        Assert.Equal(2, (await run.JsonAsync()).GetProperty("new").GetInt32());
        Assert.Equal("=HYPERLINK(\"http://evil.example\";\"x\")", await site.WithAsync<AuthDbContext, string>(db => db.Users.Where(user => user.Email == "a@example.com").Select(user => user.Name).SingleAsync()));
    }

    [Fact]
    public async Task Two_thousand_lines_go_in_at_once_and_no_more()
    {
        var admin = await site.AdminAsync();
        var lines = Enumerable.Range(0, 2_000).Select(i => $"Person {i},person{i}@example.com");
        using var run = await ImportAsync(admin, "name,email\n" + string.Join('\n', lines), isTrial: false);
        Assert.Equal(2_000, (await run.JsonAsync()).GetProperty("new").GetInt32());
        using var refused = await ImportAsync(admin, "name,email\n" + string.Join('\n', lines.Append("One More,more@example.com")), isTrial: true);
        Assert.Equal("Import up to 2,000 people at once. Part the file.", await SentenceAsync(refused));
    }

    private Task<HttpResponseMessage> ImportAsync(Person admin, string csv, bool isTrial) =>
        site.Api(admin).PostAsJsonAsync($"/api/v1/admin/users/import?trial={(isTrial ? "true" : "false")}", new { csv });

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient browser, byte[] file)
    {
        var token = (await browser.PageAsync(Url)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        var part = new ByteArrayContent(file);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(part, "file", "people.csv");
        return await browser.PostAsync(Url, form);
    }

    private static IEnumerable<string> Told(JsonElement view) => view.GetProperty("lines").EnumerateArray()
        .Select(line => $"{line.Text("result")} {line.Text("sentence")}");

    private static async Task<string?> SentenceAsync(HttpResponseMessage refused) =>
        (await refused.JsonAsync()).GetProperty("errors").GetProperty("csv")[0].GetString();

    private Task<JsonElement> ShowAsync(Person by, Person person) => site.Api(by).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users/{person.Id}");
}
