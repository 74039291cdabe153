using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>Administrators read the audit log, newest first, narrowed by what they ask for; nobody else reads it.</summary>
public sealed class AuditLogApiTests(Site site) : IClassFixture<Site>
{
    private const string Url = "/api/v1/admin/audit-log";

    [Fact]
    public async Task It_is_for_administrators_who_are_still_there()
    {
        using var nobody = await site.Api().GetAsync(Url);
        using var employee = await site.Api(await site.EmployeeAsync()).GetAsync(Url);
        using var agent = await site.Api(await site.AgentAsync()).GetAsync(Url);
        var gone = await site.AdminAsync("Gone Admin");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var deactivated = await site.Api(gone).GetAsync(Url);
        using var cookie = await site.Browser(await site.AdminAsync()).GetAsync(Url);
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized],
            new[] { nobody, employee, agent, deactivated, cookie }.Select(answer => answer.StatusCode));
    }

    [Fact]
    public async Task A_line_names_who_did_what_to_whom_when_and_from_where()
    {
        var admin = await site.AdminAsync();
        var (actor, subject) = (await site.AgentAsync("Actor Agent"), await site.EmployeeAsync("Sub Ject"));
        var action = NewAction();
        await AddAsync(new AuditEntry
        {
            ActorId = actor.Id,
            Action = action,
            SubjectKind = "person",
            SubjectId = subject.Id.ToString(),
            Details = """{"from": "a", "to": "b"}""",
            Address = "10.1.2.3",
        });
        var line = Assert.Single((await AskAsync(admin, $"action={action}")).Items);
        Assert.Equal(["id", "at", "actor", "action", "subject", "details", "ipAddress"], line.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("Actor Agent", actor.Email), (line.GetProperty("actor").GetProperty("name").GetString(), line.GetProperty("actor").GetProperty("email").GetString()));
        Assert.Equal("Sub Ject", line.GetProperty("subject").GetProperty("name").GetString());
        Assert.Equal("b", line.GetProperty("details").GetProperty("to").GetString());
        Assert.Equal("10.1.2.3", line.GetProperty("ipAddress").GetString());
        Assert.EndsWith("Z", line.GetProperty("at").GetString());
    }

    [Fact]
    public async Task Nobody_and_those_who_are_gone_have_no_name()
    {
        var admin = await site.AdminAsync();
        var action = NewAction();
        await AddAsync(new AuditEntry { Action = action });
        await AddAsync(new AuditEntry { Action = action, ActorId = Guid.NewGuid(), SubjectKind = "person", SubjectId = Guid.NewGuid().ToString() });
        var lines = (await AskAsync(admin, $"action={action}")).Items;
        Assert.Equal("former user", lines[0].GetProperty("actor").GetProperty("name").GetString());
        Assert.Equal("former user", lines[0].GetProperty("subject").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("actor").ValueKind);
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("subject").ValueKind);
        Assert.Equal(JsonValueKind.Null, lines[1].GetProperty("ipAddress").ValueKind);
    }

    [Fact]
    public async Task Each_word_narrows_the_list()
    {
        var admin = await site.AdminAsync();
        var kind = NewAction().Split('.')[0];
        var (actor, thing) = (Guid.NewGuid(), Guid.NewGuid().ToString());
        await AddAsync(new AuditEntry { Action = $"{kind}.made", ActorId = actor });
        await AddAsync(new AuditEntry { Action = $"{kind}.lost", SubjectKind = "thing", SubjectId = thing });
        await AddAsync(new AuditEntry { Action = $"{kind}s.made", ActorId = actor });
        Assert.Equal([$"{kind}.lost", $"{kind}.made"], await ActionsAsync(admin, $"action={kind}"));
        Assert.Equal([$"{kind}.lost", $"{kind}.made"], await ActionsAsync(admin, $"action={kind}."));
        Assert.Equal([$"{kind}.made"], await ActionsAsync(admin, $"action={kind}.made"));
        Assert.Equal([$"{kind}s.made", $"{kind}.made"], await ActionsAsync(admin, $"actor={actor}"));
        Assert.Equal([$"{kind}.lost"], await ActionsAsync(admin, $"subjectKind=thing&subjectId={thing}"));
        Assert.Empty(await ActionsAsync(admin, $"subjectKind=person&subjectId={thing}"));
        Assert.Empty(await ActionsAsync(admin, $"action={kind[..^1]}%25"));
        var now = site.Clock.GetUtcNow();
        Assert.Equal(2, (await ActionsAsync(admin, $"action={kind}&from={now.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}")).Count());
        Assert.Empty(await ActionsAsync(admin, $"action={kind}&from={now.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Empty(await ActionsAsync(admin, $"action={kind}&to={now.AddHours(-1):yyyy-MM-ddTHH:mm:ssZ}"));
    }

    [Fact]
    public async Task It_is_read_page_by_page_also_where_many_lines_have_one_moment()
    {
        var admin = await site.AdminAsync();
        var action = NewAction();
        var at = site.Clock.GetUtcNow();
        await AddAsync([.. Enumerable.Range(0, 7).Select(_ => new AuditEntry { Action = action, At = at })]);
        var seen = new List<Guid>();
        string? cursor = null;
        do
        {
            var page = await AskAsync(admin, $"action={action}&limit=3{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.Items.Select(line => line.GetProperty("id").GetGuid()));
            Assert.InRange(page.Items.Count, 1, 3);
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(7, seen.Distinct().Count());
        Assert.Equal(7, seen.Count);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("cursor=nonsense")]
    [InlineData("actor=nobody")]
    [InlineData("from=yesterday")]
    [InlineData("action=a%00b")]
    [InlineData("from=2027-02-01T00:00:00Z&to=2027-01-01T00:00:00Z")]
    public async Task A_question_that_cannot_be_read_is_refused(string query)
    {
        using var answer = await site.Api(await site.AdminAsync()).GetAsync($"{Url}?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string NewAction() => $"t{Guid.NewGuid():N}"[..20] + ".done";

    private Task AddAsync(params AuditEntry[] entries) => site.WithAsync<PlatformDbContext>(async db =>
    {
        db.AddRange(entries.Select(entry => new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            At = entry.At == default ? site.Clock.GetUtcNow() : entry.At,
            ActorId = entry.ActorId,
            Action = entry.Action,
            SubjectKind = entry.SubjectKind,
            SubjectId = entry.SubjectId,
            Details = entry.Details,
            Address = entry.Address,
        }));
        await db.SaveChangesAsync();
    });

    private async Task<(List<JsonElement> Items, string? NextCursor)> AskAsync(Person admin, string query)
    {
        var page = await site.Api(admin).GetFromJsonAsync<JsonElement>($"{Url}?{query}");
        return ([.. page.GetProperty("items").EnumerateArray()], page.GetProperty("nextCursor").GetString());
    }

    private async Task<IEnumerable<string>> ActionsAsync(Person admin, string query) =>
        (await AskAsync(admin, query)).Items.Select(line => line.GetProperty("action").GetString()!);
}
