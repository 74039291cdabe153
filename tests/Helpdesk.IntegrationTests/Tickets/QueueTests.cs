using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Each filter, order and view of the queue against a recount in memory.</summary>
public sealed class QueueTests(ManyTickets site) : IClassFixture<ManyTickets>
{
    private static readonly string[] Filters =
    [
        "", "status=open", "status=open&status=waiting_on_employee", "status=closed", "priority=urgent&priority=low", "category=Network",
        "category=network&category=Other&status=open", "assignee=none", "assignee=me", "assignee={ana}", "assignee=none&assignee=me",
        "tag=vpn", "tag=vpn&tag=door", "tag=VPN&status=open", "requester={priya}", "requester=jonas", "requester=Nobody+at+all",
        "createdFrom={from}", "createdTo={to}", "createdFrom={from}&createdTo={to}&status=resolved", "team=none", "overdue=true", "overdue=false",
        "view=unassigned", "view=mine", "view=open", "view=waiting", "view=solved", "view=open&priority=high&tag=wifi", "q=printer", "q=print",
        "q=hippopotamus", "q=grossten+probleme", "q=%22an+answer%22", "q=42", "q=%23{number}", "q=nothinglikeit", "q=printer+-answer",
        "view=mine&assignee=none", "status=&priority=&category=&assignee=&q=",
    ];

    private static readonly string[] Sorts = ["", "updated", "-updated", "created", "-created", "number", "-number", "priority", "-priority"];

    [Fact]
    public async Task Every_filter_finds_what_a_recount_finds()
    {
        var found = 0;
        foreach (var filter in Filters)
        {
            var listed = await ReadAllAsync(Fill(filter), limit: 100);
            var expected = site.All.Where(ticket => Holds(ticket, filter)).Select(ticket => ticket.Number).Order().ToList();
            Assert.True(expected.SequenceEqual(listed.Select(ticket => ticket.Number()).Order()), $"{filter}: {expected.Count} expected, {listed.Count} listed");
            found += expected.Count > 0 && expected.Count < site.All.Count ? 1 : 0;
        }

        Assert.True(found > 25);
    }

    [Fact]
    public async Task Every_order_holds_across_pages_and_each_ticket_comes_once()
    {
        foreach (var sort in Sorts)
        {
            var listed = await ReadAllAsync($"sort={sort}", limit: 7);
            Assert.Equal(Ordered(site.All, sort == "" ? "-updated" : sort).Select(ticket => ticket.Number), listed.Select(ticket => ticket.Number()));
        }

        var solved = await ReadAllAsync("view=solved", limit: 3);
        Assert.NotEmpty(solved);
        Assert.Equal(
            site.All.Where(ticket => ticket.ResolvedAt >= site.Now.AddDays(-7)).OrderByDescending(ticket => ticket.ResolvedAt).ThenByDescending(ticket => ticket.Id).Select(ticket => ticket.Number),
            solved.Select(ticket => ticket.Number()));
    }

    [Fact]
    public async Task What_comes_in_while_one_turns_pages_moves_nothing()
    {
        var api = site.Api(site.Dana);
        var first = await api.JsonAsync("/api/v1/admin/tickets?sort=-created&limit=60&view=open");
        var late = await site.Api(site.Priya).OpenAsync("Late matter");
        var rest = new List<int>();
        for (var cursor = first.Text("nextCursor"); cursor.Length > 0;)
        {
            var page = await api.JsonAsync($"/api/v1/admin/tickets?sort=-created&limit=10&view=open&cursor={cursor}");
            rest.AddRange(page.Items().Select(ticket => ticket.Number()));
            cursor = page.Text("nextCursor");
        }

        var open = Ordered(site.All.Where(ticket => ticket.IsOpen), "-created").Select(ticket => ticket.Number);
        Assert.Equal(open, first.Items().Select(ticket => ticket.Number()).Concat(rest));
        Assert.Equal(late.Number(), (await api.JsonAsync("/api/v1/admin/tickets?sort=-created&limit=1")).Items().Single().Number());
        // The others count again what was there at the beginning, in whatever order they run.
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            var id = late.Id();
            await db.Messages.Where(message => message.TicketId == id).ExecuteDeleteAsync();
            await db.Events.Where(entry => entry.TicketId == id).ExecuteDeleteAsync();
            await db.Tickets.Where(ticket => ticket.Id == id).ExecuteDeleteAsync();
        });
    }

    [Fact]
    public async Task A_wrong_cursor_limit_or_word_is_told()
    {
        var api = site.Api(site.Dana);
        var cursor = (await api.JsonAsync("/api/v1/admin/tickets?limit=1")).Text("nextCursor");
        foreach (var (query, field) in new[]
        {
            ("cursor=nonsense", "cursor"), ("cursor=!!", "cursor"), ("cursor=bnVsbA", "cursor"), ("cursor=e30", "cursor"), ($"cursor={cursor}&sort=number", "cursor"),
            ($"cursor={new string('A', 2_000)}", "cursor"), ("limit=0", "limit"), ("limit=101", "limit"), ("sort=subject", "sort"), ("sort=resolved", "sort"),
            ("status=done", "status"), ("priority=1", "priority"), ("category=None", "category"), ("assignee=zz-nobody", "assignee"), ("team=x", "team"),
            ("view=all", "view"), ("createdFrom=soon", "createdFrom"), ("createdTo=2027-02-30", "createdTo"), ($"q={new string('x', 201)}", "q"),
        })
        {
            using var response = await api.GetAsync($"/api/v1/admin/tickets?{query}");
            Assert.NotNull(await response.ErrorAsync(field));
        }

        using var unreadable = await api.GetAsync("/api/v1/admin/tickets?limit=many");
        await unreadable.ReadAsync(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Forged_cursors_break_nothing()
    {
        var api = site.Api(site.Dana);
        foreach (var text in new[]
        {
            """{"Sort":"-updated","Value":9223372036854775807,"Id":"0190f3c2-7a11-7c41-9d52-0242ac120002"}""",
            """{"Sort":"-updated","Value":-1,"Id":"0190f3c2-7a11-7c41-9d52-0242ac120002"}""",
            """{"Sort":"number","Value":4294967296,"Id":"0190f3c2-7a11-7c41-9d52-0242ac120002"}""",
            """{"Sort":"priority","Value":99,"Id":"0190f3c2-7a11-7c41-9d52-0242ac120002"}""",
            """{"Sort":null,"Value":1,"Id":"0190f3c2-7a11-7c41-9d52-0242ac120002"}""",
        })
        {
            var cursor = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
            var sort = text.Contains("number", StringComparison.Ordinal) ? "number" : text.Contains("priority", StringComparison.Ordinal) ? "priority" : "-updated";
            using var response = await api.GetAsync($"/api/v1/admin/tickets?sort={sort}&cursor={cursor}");
            Assert.NotNull(await response.ErrorAsync("cursor"));
        }
    }

    [Fact]
    public async Task Counts_and_figures_are_those_of_a_recount()
    {
        var counts = await site.Api(site.Dana).JsonAsync("/api/v1/admin/tickets/counts");
        var open = site.All.Where(ticket => ticket.IsOpen).ToList();
        Assert.Equal(
            (open.Count(ticket => ticket.AssigneeId is null), open.Count(ticket => ticket.AssigneeId == site.Dana.Id), open.Count, open.Count(ticket => ticket.Status == TicketStatus.WaitingOnEmployee)),
            (counts.GetProperty("unassigned").GetInt32(), counts.GetProperty("mine").GetInt32(), counts.GetProperty("open").GetInt32(), counts.GetProperty("waiting").GetInt32()));

        var stats = await site.Api(site.Dana).JsonAsync("/api/v1/admin/tickets/stats");
        Assert.Equal(
            "byStatus byPriority unassigned overdue createdToday resolvedToday medianFirstResponseMinutes medianResolutionMinutes",
            string.Join(' ', stats.EnumerateObject().Select(member => member.Name)));
        Assert.All(Enum.GetValues<TicketStatus>(), status => Assert.Equal(
            site.All.Count(ticket => ticket.Status == status), stats.GetProperty("byStatus").GetProperty(Words.Of(status)).GetInt32()));
        Assert.All(Enum.GetValues<TicketPriority>(), priority => Assert.Equal(
            site.All.Count(ticket => ticket.Priority == priority), stats.GetProperty("byPriority").GetProperty(Words.Of(priority)).GetInt32()));
        var midnight = site.Now.UtcDateTime.Date;
        Assert.Equal(site.All.Count(ticket => ticket.ResolvedAt >= midnight), stats.GetProperty("resolvedToday").GetInt32());
        Assert.Equal(site.All.Count(ticket => ticket.CreatedAt >= midnight), stats.GetProperty("createdToday").GetInt32());
        Assert.Equal(Median(site.All.Select(ticket => ticket.FirstRespondedAt - ticket.CreatedAt)), stats.GetProperty("medianFirstResponseMinutes").GetDouble(), 3);
        Assert.Equal(Median(site.All.Select(ticket => ticket.ResolvedAt - ticket.CreatedAt)), stats.GetProperty("medianResolutionMinutes").GetDouble(), 3);
    }

    private static double Median(IEnumerable<TimeSpan?> spans)
    {
        var sorted = spans.OfType<TimeSpan>().Select(span => span.TotalMinutes).Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static IEnumerable<Ticket> Ordered(IEnumerable<Ticket> tickets, string sort)
    {
        var descending = sort.StartsWith('-');
        Func<Ticket, long> key = sort.TrimStart('-') switch
        {
            "updated" => ticket => ticket.TouchedAt.UtcTicks,
            "created" => ticket => ticket.CreatedAt.UtcTicks,
            "number" => ticket => ticket.Number,
            _ => ticket => (long)ticket.Priority,
        };
        // As PostgreSQL compares ids: by their bytes as written.
        return descending
            ? tickets.OrderByDescending(key).ThenByDescending(ticket => ticket.Id.ToString(), StringComparer.Ordinal)
            : tickets.OrderBy(key).ThenBy(ticket => ticket.Id.ToString(), StringComparer.Ordinal);
    }

    private async Task<List<JsonElement>> ReadAllAsync(string query, int limit)
    {
        var tickets = new List<JsonElement>();
        string cursor = "";
        do
        {
            var page = await site.Api(site.Dana).JsonAsync($"/api/v1/admin/tickets?{query}&limit={limit}&cursor={cursor}");
            tickets.AddRange(page.Items());
            Assert.True(tickets.Count <= site.All.Count + 5, "The pages do not end.");
            cursor = page.Text("nextCursor");
        }
        while (cursor.Length > 0);

        return [.. tickets.Where(ticket => ticket.Text("subject").StartsWith("Matter", StringComparison.Ordinal))];
    }

    private DateTimeOffset From => site.Now.UtcDateTime.Date.AddDays(-20);

    private DateTimeOffset To => site.Now.UtcDateTime.Date.AddDays(-10);

    private string Fill(string filter) => filter
        .Replace("{ana}", $"{site.Ana.Id}", StringComparison.Ordinal).Replace("{priya}", $"{site.Priya.Id}", StringComparison.Ordinal)
        .Replace("{number}", $"{site.All[5].Number}", StringComparison.Ordinal)
        .Replace("{from}", $"{From:yyyy-MM-dd}", StringComparison.Ordinal).Replace("{to}", $"{To:yyyy-MM-dd}", StringComparison.Ordinal);

    /// <summary>The same question, asked of the tickets in memory: within a name any value, across names all.</summary>
    private bool Holds(Ticket ticket, string filter) => filter
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .Where(part => part[1].Length > 0)
        .GroupBy(part => part[0], part => Uri.UnescapeDataString(part[1].Replace('+', ' ')))
        .All(group => group.Any(value => Holds(ticket, group.Key, value)));

    private bool Holds(Ticket ticket, string name, string value)
    {
        var said = string.Join('\n', ticket.Messages.Select(message => message.Body).Append(ticket.Subject)).ToLowerInvariant();
        return (name, value) switch
        {
            ("status", _) => Words.Of(ticket.Status) == value,
            ("priority", _) => Words.Of(ticket.Priority) == value,
            ("category", _) => string.Equals(site.Categories[ticket.CategoryId], value, StringComparison.OrdinalIgnoreCase),
            ("assignee", "none") => ticket.AssigneeId is null,
            ("assignee", "me") => ticket.AssigneeId == site.Dana.Id,
            ("assignee", _) => ticket.AssigneeId == site.Ana.Id,
            ("tag", _) => ticket.Tags.Contains(value.ToLowerInvariant()),
            ("requester", "jonas") => ticket.RequesterId == site.Jonas.Id,
            ("requester", "{priya}") => ticket.RequesterId == site.Priya.Id,
            ("requester", _) => false,
            ("createdFrom", _) => ticket.CreatedAt >= From,
            ("createdTo", _) => ticket.CreatedAt < To.AddDays(1),
            ("team", _) => true,
            ("overdue", _) => value == "false",
            ("view", "unassigned") => ticket.IsOpen && ticket.AssigneeId is null,
            ("view", "mine") => ticket.IsOpen && ticket.AssigneeId == site.Dana.Id,
            ("view", "open") => ticket.IsOpen,
            ("view", "waiting") => ticket.Status == TicketStatus.WaitingOnEmployee,
            ("view", "solved") => ticket.ResolvedAt >= site.Now.AddDays(-7),
            ("q", "hippopotamus") => ticket.Notes.Any(),
            ("q", "grossten probleme") => said.Contains("größten", StringComparison.Ordinal),
            ("q", "\"an answer\"") => said.Contains("an answer", StringComparison.Ordinal),
            ("q", "printer -answer") => said.Contains("printer", StringComparison.Ordinal) && !said.Contains("answer", StringComparison.Ordinal),
            ("q", "42") => said.Contains("of 42.", StringComparison.Ordinal) || ticket.Subject.Contains(" 42 ", StringComparison.Ordinal) || ticket.Number == 42,
            ("q", "#{number}") => ticket.Number == site.All[5].Number,
            ("q", _) => said.Contains(value, StringComparison.Ordinal),
            _ => throw new InvalidOperationException(name),
        };
    }
}
