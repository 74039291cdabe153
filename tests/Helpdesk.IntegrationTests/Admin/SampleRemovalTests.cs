using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Reports;
using Helpdesk.Tickets.Search;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>Nothing of the sample data is left behind, whatever became of it; what is real stays whole. Each test has a site of its own, because it counts all rows.</summary>
public sealed class SampleRemovalTests(Databases databases) : IAsyncLifetime
{
    // The log of who did what, answers kept for repeated calls, and marks of days whose figures are counted anew, are no sample data.
    private static readonly string[] Others = ["platform.audit_entries", "platform.idempotency_keys", "tickets.days_of_facts", "tickets.days_to_recount"];

    // So that the test goes on using all of it.
    private static readonly HashSet<string> Touched =
    [
        "auth.users", "kb.items", "kb.item_versions", "kb.tags", "kb.feedback", "kb.days_of_views", "kb.known_words", "kb.writings", "kb.deflections",
        "platform.samples", "platform.files", "platform.file_uses", "platform.notifications", "platform.outbox",
        "tickets.tickets", "tickets.messages", "tickets.notes", "tickets.ticket_events", "tickets.ticket_words", "tickets.known_words", "tickets.ticket_links",
        "tickets.drafts", "tickets.held_replies", "tickets.sightings", "tickets.mutes", "tickets.presences", "tickets.bulk_runs", "tickets.bulk_items",
    ];

    private readonly Site site = new(databases) { DoesClockWork = false, Settings = { ["Tickets:SendDelaySeconds"] = "30" } };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task All_tables_are_as_they_were_whatever_was_done_with_it()
    {
        var (admin, dana) = (await site.AdminAsync(), await site.AgentAsync());
        await site.FileAsync(await site.EmployeeAsync(), "A real matter", "The trumpet is out of tune.");
        await site.ArticleAsync(dana, "Trumpet care", "Polish the brass.");
        await GatherWordsAsync();
        var before = await site.RowCountsAsync();

        await site.AddSamplesAsync(admin);
        var tickets = await site.SampleTicketsAsync(dana);
        var (printer, wifi, calendar, sheet, fan, phones) = (
            tickets["The printer on floor 2 prints grey stripes"], tickets["No Wi-Fi in the meeting rooms"], tickets["Access to the shared calendar"],
            tickets["The time sheet loses my entries"], tickets["The fan of my laptop is loud in meetings"], tickets["Where do old phones go?"]);
        await SucceedAsync(site.Api(dana).SayAsync(printer, "The xylophone is here."));
        await GatherWordsAsync();
        await UseAsync(admin, dana, printer, wifi, calendar);
        await ConnectAsync(dana, printer, wifi, sheet, fan, phones);
        await ReadAsync(dana);
        Assert.Equal(8, (await site.SamplesAsync(admin))["ticket"]);
        var used = await site.RowCountsAsync();
        Assert.DoesNotContain(Touched, table => used[table] == before[table]);

        await site.RemoveSamplesAsync(admin);
        await site.WithAsync<FileSweep>(sweep => sweep.SweepAsync(CancellationToken.None));
        var after = await site.RowCountsAsync();
        Assert.Equal(before.Where(table => !Others.Contains(table.Key)), after.Where(table => !Others.Contains(table.Key)));
        Assert.Equal("A real matter", Assert.Single((await site.Api(dana).JsonAsync("/api/v1/admin/tickets")).Items()).Text("subject"));
        Assert.Empty((await site.Api(dana).JsonAsync("/api/v1/search?q=sample")).GetProperty("tickets").Items());
        foreach (var url in new[] { "/queue", "/kb", "/kb/manage", "/notifications", "/admin", "/admin/people", "/admin/audit" })
        {
            using var page = await site.Browser(admin).GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Fact]
    public async Task Real_tickets_that_were_merged_with_it_stand_alone_again_and_keep_all_of_theirs()
    {
        var (admin, dana, priya) = (await site.AdminAsync(), await site.AgentAsync(), await site.EmployeeAsync());
        var (outer, inner, other) = (await site.FileAsync(priya, "Grey prints"), await site.FileAsync(priya, "My Wi-Fi too"), await site.FileAsync(priya, "Untouched"));
        await site.AddSamplesAsync(admin);
        var tickets = await site.SampleTicketsAsync(dana);
        var (printer, wifi, calendar, phones) = (
            tickets["The printer on floor 2 prints grey stripes"], tickets["No Wi-Fi in the meeting rooms"], tickets["Access to the shared calendar"], tickets["Where do old phones go?"]);
        await SucceedAsync(site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{printer.Id()}/merge", new { into = outer.Id }));
        await SucceedAsync(site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{inner.Id}/merge", new { into = wifi.Id() }));
        await SucceedAsync(site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{other.Id}/links", new { kind = "related", ticket = calendar.Id() }));
        await SucceedAsync(site.Api(dana).PostAsync($"/api/v1/admin/tickets/{phones.Id()}/article", null));
        // What a sample person wrote, as a ticket of the real requester's: it is real, and the sample person is copied in.
        var written = (await site.Api(dana).ShowAsync(printer)).GetProperty("messages")[0].Id();
        var split = await SucceedAsync(site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{outer.Id}/messages/{written}/split", new { subject = "Split off" }));
        Assert.Equal(6, (await site.SamplesAsync(admin))["ticket"]);

        await site.RemoveSamplesAsync(admin);
        foreach (var real in new[] { outer, inner, other })
        {
            var ticket = await site.LookAsync(dana, real);
            Assert.Equal("open", ticket.Text("status"));
            Assert.True(ticket.IsNull("mergedInto"));
            Assert.Empty(ticket.GetProperty("participants").EnumerateArray());
            Assert.Single(ticket.GetProperty("messages").EnumerateArray());
            foreach (var reader in new[] { dana, priya })
            {
                using var page = await site.Browser(reader).GetAsync(real.Url);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }
        }

        var kept = await site.Api(dana).ShowAsync(split);
        Assert.Equal((priya.Id, "former user"), (kept.GetProperty("requester").Id(), kept.GetProperty("messages")[0].GetProperty("author").Text("name")));
        Assert.Empty(kept.GetProperty("participants").EnumerateArray());
        using var splitPage = await site.Browser(priya).GetAsync($"/t/{split.Number()}");
        Assert.Equal(HttpStatusCode.OK, splitPage.StatusCode);
        Assert.Null(await site.WithAsync<KnowledgeBaseDbContext, Guid?>(db => db.Items.Select(item => item.TicketId).SingleAsync()));
        Assert.Equal(0, await site.WithAsync<TicketsDbContext, int>(db => db.Links.CountAsync(link => link.FromId == other.Id)));
    }

    [Fact]
    public async Task What_a_real_person_filed_because_of_it_stays()
    {
        var (admin, priya) = (await site.AdminAsync(), await site.EmployeeAsync());
        await site.AddSamplesAsync(admin);
        var phones = (await site.SampleTicketsAsync(admin))["Where do old phones go?"];
        await SucceedAsync(site.Api(admin).PostAsJsonAsync($"/api/v1/tickets/{phones.Id()}/participants", new { participants = new[] { priya.Email } }));
        await SucceedAsync(site.Api(admin).ChangeAsync(phones, new { status = "closed" }));
        site.Clock.Advance(TimeSpan.FromDays(15));
        var item = (await site.Api(priya).JsonAsync("/api/v1/kb/search?q=ticket&tag=sample")).Items().First();
        var filed = await SucceedAsync(site.Api(priya).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "Old phones again", description = "Two more.", category = "Other", follows = $"{phones.Number()}", read = new[] { item.Id() } }));
        Assert.Equal((1, 1), await PointersAsync());

        await site.RemoveSamplesAsync(admin);
        Assert.Equal((0, 0), await PointersAsync());
        foreach (var reader in new[] { admin, priya })
        {
            var page = await site.Browser(reader).PageAsync($"/t/{filed.Number()}");
            Assert.Contains("Two more.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("insert", "kb.items")]
    [InlineData("insert", "platform.audit_entries")]
    [InlineData("delete", "kb.items")]
    [InlineData("delete", "auth.users")]
    public async Task What_fails_in_the_middle_changes_nothing(string act, string table)
    {
        var admin = await site.AdminAsync();
        if (act == "delete")
        {
            await site.AddSamplesAsync(admin);
        }

        var before = await site.RowCountsAsync();
        await ExecuteAsync(
            $$"""
            create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
            create trigger fail before {{act}} on {{table}} for each row execute function public.fail();
            """);
        using var failed = act == "insert" ? await site.Api(admin).PostAsync(SampleKit.Url, null) : await site.Api(admin).DeleteAsync(SampleKit.Url);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Empty((await site.RowCountsAsync()).Except(before));

        await ExecuteAsync("drop function public.fail() cascade");
        await (act == "insert" ? site.AddSamplesAsync(admin) : site.RemoveSamplesAsync(admin));
        Assert.Equal(act == "insert" ? 6 : 0, (await site.SamplesAsync(admin))["ticket"]);
    }

    [Fact]
    public async Task Somebody_who_was_let_in_meanwhile_goes_with_all_of_theirs()
    {
        var admin = await site.AdminAsync();
        var ticket = await site.FileAsync(await site.EmployeeAsync());
        var before = await site.RowCountsAsync();
        await site.AddSamplesAsync(admin);
        var email = (await site.Api(admin).JsonAsync("/api/v1/admin/users?q=kim")).Items().Single().Text("email");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Email == email)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, (DateTimeOffset?)null).SetProperty(user => user.Role, Role.Agent)));
        var kim = await site.SessionOfAsync(email);
        await SucceedAsync(site.Api(kim).PutAsJsonAsync($"/api/v1/drafts/reply/{ticket.Id}", new { body = "Not yet." }));
        await site.ChangeAsync(kim, ticket, new { assigneeId = kim.Id });

        await site.RemoveSamplesAsync(admin);
        Assert.True((await site.LookAsync(admin, ticket)).IsNull("assignee"));
        var after = await site.RowCountsAsync();
        string[] told = [.. Others, "tickets.ticket_events"];
        Assert.Equal(before.Where(table => !told.Contains(table.Key)), after.Where(table => !told.Contains(table.Key)));
        using var theirs = await site.Api(kim).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, theirs.StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reports_count_what_is_there(bool isPacked)
    {
        var admin = await site.AdminAsync();
        await site.FileAsync(await site.EmployeeAsync());
        var before = await FlowAsync(admin);
        await site.AddSamplesAsync(admin);
        await PackAsync(isPacked);
        Assert.Equal((7, 1), Total(await FlowAsync(admin)));
        await site.RemoveSamplesAsync(admin);
        Assert.Equal(before, await FlowAsync(admin));
        await PackAsync(isPacked);
        Assert.Equal(before, await FlowAsync(admin));
        Assert.Equal((1, 0), Total(before));
    }

    private static (int Created, int Resolved) Total(string figures)
    {
        var tickets = JsonElement.Parse(figures).GetProperty("tickets");
        return (tickets.GetProperty("created").GetInt32(), tickets.GetProperty("resolved").GetInt32());
    }

    /// <summary>Answers, notes, files, drafts, held replies, people who look and people who are told.</summary>
    private async Task UseAsync(Person admin, Person dana, JsonElement printer, JsonElement wifi, JsonElement calendar)
    {
        var api = site.Api(dana);
        var (file, held) = (await site.UploadAsync(dana, printer.Id(), "list.txt", Attaching.Text("The list.")), await site.UploadAsync(dana, wifi.Id(), "plan.txt", Attaching.Text("The plan.")));
        await SucceedAsync(api.PostAsJsonAsync($"/api/v1/tickets/{printer.Id()}/messages", new { body = "And this.", attachmentIds = new[] { file } }));
        await SucceedAsync(api.NoteAsync(printer, $"Look at this, @{admin.Name}."));
        await SucceedAsync(api.PutAsJsonAsync($"/api/v1/drafts/note/{printer.Id()}", new { body = "Not done yet." }));
        await SucceedAsync(api.PostAsJsonAsync($"/api/v1/tickets/{wifi.Id()}/held-replies", new { body = "Wait.", attachmentIds = new[] { held } }));
        await SucceedAsync(api.PutAsJsonAsync($"/api/v1/tickets/{wifi.Id()}/seen", new { until = DateTimeOffset.UtcNow }));
        await SucceedAsync(api.PutAsync($"/api/v1/tickets/{wifi.Id()}/mute", null));
        await SucceedAsync(api.PutAsJsonAsync($"/api/v1/admin/tickets/{wifi.Id()}/presence", new { state = "viewing" }));
        await SucceedAsync(api.PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { wifi.Id(), calendar.Id() }, change = new { priority = "low" } }));
        await SucceedAsync(api.ChangeAsync(wifi, new { assigneeId = admin.Id }));
    }

    /// <summary>Merged, split, and split again; linked, copied in.</summary>
    private async Task ConnectAsync(Person dana, JsonElement printer, JsonElement wifi, JsonElement sheet, JsonElement fan, JsonElement phones)
    {
        var api = site.Api(dana);
        await SucceedAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{sheet.Id()}/merge", new { into = fan.Id() }));
        await SucceedAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{phones.Id()}/links", new { kind = "blocks", ticket = wifi.Id() }));
        await SucceedAsync(api.PostAsJsonAsync($"/api/v1/tickets/{phones.Id()}/participants", new { participants = new[] { dana.Email } }));
        var part = await SplitAsync(api, printer);
        await SplitAsync(api, part);
    }

    private static async Task<JsonElement> SplitAsync(HttpClient api, JsonElement ticket)
    {
        var message = (await api.ShowAsync(ticket)).GetProperty("messages").EnumerateArray().Last(message => message.Text("kind") == "public").Id();
        return await SucceedAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id()}/messages/{message}/split", new { subject = "A part" }));
    }

    /// <summary>The articles are read, voted on, written at, and solve something.</summary>
    private async Task ReadAsync(Person dana)
    {
        var item = (await site.Api(dana).JsonAsync("/api/v1/kb/search?q=macros&tag=sample")).Items().First();
        await site.Browser(dana).PageAsync($"/kb/{item.Text("slug")}");
        await SucceedAsync(site.Api(dana).PostAsJsonAsync($"/api/v1/kb/items/{item.Id()}/feedback", new { helpful = true }));
        await SucceedAsync(site.Api(dana).PostAsync($"/api/v1/kb/items/{item.Id()}/solved", null));
        await SucceedAsync(site.Api(dana).PutAsJsonAsync($"/api/v1/admin/kb/items/{item.Id()}/writing", new { baseVersion = 1, title = item.Text("title"), body = "Better." }));
        await site.WithAsync<WriteViews>(views => views.DoNextAsync(CancellationToken.None));
    }

    /// <summary>Of both modules; those of tickets are gathered when nobody writes at them any more.</summary>
    private async Task GatherWordsAsync()
    {
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.GatherItemWordsAsync();
        await site.WithAsync<GatherKnownWords>(async gathering =>
        {
            while (await gathering.DoNextAsync(CancellationToken.None))
            {
            }
        });
    }

    private async Task PackAsync(bool isWanted)
    {
        if (isWanted)
        {
            await site.WithAsync<RecountDays>(recount => recount.DoNextAsync(CancellationToken.None));
        }
    }

    private async Task<string> FlowAsync(Person admin) => (await site.Api(admin).JsonAsync("/api/v1/admin/reports?range=7")).GetProperty("total").GetRawText();

    private Task<(int Follows, int Reads)> PointersAsync() => site.WithAsync<TicketsDbContext, (int, int)>(async db =>
        (await db.Tickets.CountAsync(ticket => ticket.FollowsId != null), await db.ItemsRead.CountAsync()));

    private Task ExecuteAsync(string sql) => site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<JsonElement> SucceedAsync(Task<HttpResponseMessage> calling)
    {
        using var answer = await calling;
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
