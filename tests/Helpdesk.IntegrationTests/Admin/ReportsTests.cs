using System.Globalization;
using System.Net;
using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reports;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>The reports through page, API and file: every number is that of a recount, in every time zone.</summary>
public sealed class ReportsTests(ReportedTickets site) : IClassFixture<ReportedTickets>
{
    private static readonly DateOnly Spring = new(2025, 3, 1), Autumn = new(2025, 10, 1), November = new(2025, 11, 9), Winter = new(2025, 11, 30);

    public static TheoryData<string> Zones => ["UTC", "Europe/Vienna", "America/Los_Angeles", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia"];

    [Theory]
    [MemberData(nameof(Zones))]
    public async Task Every_number_is_that_of_a_recount_packed_or_not(string timeZone)
    {
        var admin = await site.AdminInAsync(timeZone);
        await SameAsRecountAsync(admin, timeZone);
        await PackAsync();
        await SameAsRecountAsync(admin, timeZone);

        // Whatever changes tickets, and however many at once.
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            var category = await db.Categories.OrderBy(each => each.Name).FirstAsync();
            await db.Tickets.Where(ticket => ticket.Number % 3 == 0).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.CategoryId, category.Id));
            var old = site.Clock.GetUtcNow().AddDays(-3);
            await db.Tickets.Where(ticket => ticket.Number % 7 == 0 && ticket.CreatedAt < old).ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.ResolvedAt, ticket => ticket.CreatedAt.AddDays(2)));
        });
        await SameAsRecountAsync(admin, timeZone);
    }

    [Theory]
    [InlineData("2025-03-30", 23)]
    [InlineData("2025-10-26", 25)]
    [InlineData("2025-06-11", 24)]
    public async Task A_day_has_as_many_hours_as_its_clocks_make_it(string day, int hours)
    {
        var admin = await site.AdminInAsync("Europe/Vienna");
        var parts = (await ReportAsync(admin, $"from={day}&to={day}")).GetProperty("parts").EnumerateArray().Select(part => Read(part.GetProperty("tickets"))).ToList();
        Assert.Equal(hours, parts.Count);
        Assert.Equal((await RecountAsync("Europe/Vienna")).Hours(DateOnly.Parse(day, CultureInfo.InvariantCulture)), parts);
    }

    [Theory]
    [InlineData("today", 1)]
    [InlineData("7", 7)]
    [InlineData("30", 30)]
    [InlineData("90", 90)]
    public async Task A_range_ends_now_and_is_compared_with_as_many_days_before(string range, int days)
    {
        var admin = await site.AdminInAsync("Europe/Vienna");
        var report = await ReportAsync(admin, $"range={range}");
        var told = report.GetProperty("range");
        var (first, last) = (Day(told, "from"), Day(told, "to"));
        Assert.Equal(days, last.DayNumber - first.DayNumber + 1);
        Assert.Equal("Europe/Vienna", told.Text("timeZone"));
        Assert.True(told.GetProperty("isUnfinished").GetBoolean());

        var recount = await RecountAsync("Europe/Vienna");
        Assert.Equal(recount.All(first, last), Read(report.GetProperty("total").GetProperty("tickets")));
        var (beforeFrom, beforeTo) = (told.GetProperty("beforeFrom").GetDateTimeOffset(), told.GetProperty("beforeTo").GetDateTimeOffset());
        Assert.Equal(recount.Between(beforeFrom, beforeTo), Read(report.GetProperty("before").GetProperty("tickets")));
        Assert.InRange((told.GetProperty("countedAt").GetDateTimeOffset() - beforeTo).TotalDays, days - 0.1, days + 0.1);
    }

    [Fact]
    public async Task Twelve_months_are_told_by_the_month()
    {
        var report = await ReportAsync(await site.AdminAsync(), "range=12m");
        Assert.Equal("month", report.GetProperty("range").Text("unit"));
        Assert.InRange(report.GetProperty("parts").GetArrayLength(), 12, 13);
    }

    [Fact]
    public async Task Open_tickets_are_told_by_their_age()
    {
        var report = await ReportAsync(await site.AdminAsync(), "");
        var now = report.GetProperty("range").GetProperty("countedAt").GetDateTimeOffset();
        var open = await site.WithAsync<TicketsDbContext, List<DateTimeOffset>>(db => db.Tickets.Where(ticket => ticket.Status <= TicketStatus.WaitingOnEmployee).Select(ticket => ticket.CreatedAt).ToListAsync());
        Assert.All(report.GetProperty("openByAge").EnumerateArray(), age =>
        {
            var (from, to) = (age.GetProperty("fromDays").GetInt32(), age.IsNull("toDays") ? int.MaxValue : age.GetProperty("toDays").GetInt32());
            Assert.Equal(open.Count(at => (now - at).TotalDays >= from && (now - at).TotalDays < to), age.GetProperty("open").GetInt32());
        });
    }

    [Fact]
    public async Task Page_and_file_show_the_figures_of_the_endpoint()
    {
        var admin = await site.AdminInAsync("America/Los_Angeles");
        const string query = "from=2025-10-01&to=2025-11-09&agents=true";
        var page = await site.Browser(admin).PageAsync($"/admin/reports?{query}");
        var tables = page.QuerySelectorAll("table.figures");
        Assert.Equal(
            ["table-flow", "table-first-answer", "table-resolution", "table-backlog", "table-categories", "table-teams", "table-channels", "table-agents"],
            tables.Select(table => table.Id!));
        foreach (var table in tables)
        {
            var key = table.Id!["table-".Length..];
            var link = page.QuerySelectorAll("a[href^='/admin/reports/']").Single(each => each.GetAttribute("href")!.Contains($"/{key}?", StringComparison.Ordinal)).GetAttribute("href")!;
            Assert.Equal($"/admin/reports/{key}?{query}", link);
            var byPage = await site.Browser(admin).GetStringAsync(link);
            Assert.Equal(byPage, await site.Api(admin).GetStringAsync($"/api/v1{link}"));
            var lines = byPage.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(1 + table.QuerySelectorAll("tbody tr").Length, lines.Length);
            foreach (var (row, line) in table.QuerySelectorAll("tbody tr").Zip(lines.Skip(1)))
            {
                var values = row.QuerySelectorAll("td").Select(cell => cell.GetAttribute("data-value") is { Length: > 0 } value
                    ? double.Parse(value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture)
                    : "");
                Assert.EndsWith($",{string.Join(',', values)}", line, StringComparison.Ordinal);
            }
        }

        var agents = page.QuerySelector("#table-agents")!.QuerySelectorAll("tbody th").Select(name => name.TextContent).ToList();
        Assert.Equal(["=Max", "Ana Silva", "Zoe Zimmer", "Nobody"], agents);
        Assert.Contains("'=Max,", await site.Api(admin).GetStringAsync($"/api/v1/admin/reports/agents?{query}"), StringComparison.Ordinal);

        var days = (await RecountAsync("America/Los_Angeles")).Days(Autumn, November);
        Assert.Equal(
            days.Select(day => $"{day.Created} {day.Resolved}"),
            page.QuerySelectorAll("#table-flow tbody tr").Select(row => $"{row.Children[1].TextContent} {row.Children[2].TextContent}"));
        Assert.Equal("1 Oct 2025", page.QuerySelector("#table-flow tbody th")!.TextContent);
    }

    [Fact]
    public async Task Agents_are_shown_only_to_who_asks_for_them_and_little_is_no_trend()
    {
        var admin = await site.AdminInAsync("UTC");
        var page = await site.Browser(admin).PageAsync("/admin/reports?from=2024-01-01&to=2024-01-20");
        Assert.Null(page.QuerySelector("#table-agents"));
        Assert.True((await ReportAsync(admin, "range=30")).IsNull("agents"));
        Assert.Contains("Not enough tickets for a trend yet (0 of 20).", page.QuerySelector("section[aria-labelledby=flow]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=flow] canvas"));
        Assert.Contains("in the time zone UTC", page.QuerySelector(".report-told")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Compared with 12 Dec 2023 to 31 Dec 2023", page.QuerySelector(".report-told")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("range=fortnight", "Range", "Choose a range: today, 7, 30, 90, 12m or days.")]
    [InlineData("range=days", "From", "Choose a first day, such as 2027-03-01.")]
    [InlineData("from=2025-03-01&to=2025-02-01", "To", "Choose a last day that is not before the first and not after today.")]
    [InlineData("from=2025-03-01&to=2999-01-01", "To", "Choose a last day that is not before the first and not after today.")]
    [InlineData("from=2022-01-01&to=2025-01-01", "From", "Choose at most two years.")]
    public async Task Days_that_cannot_be_shown_are_said(string query, string field, string sentence)
    {
        var admin = await site.AdminAsync();
        using var byApi = await site.Api(admin).GetAsync($"/api/v1/admin/reports?{query}");
        Assert.Equal(sentence, await byApi.ErrorAsync(field.ToLowerInvariant()));
        using var byPage = await site.Browser(admin).GetAsync($"/admin/reports?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, byPage.StatusCode);
        Assert.Contains(sentence, await byPage.ProblemsAsync());
        using var file = await site.Browser(admin).GetAsync($"/admin/reports/flow?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
    }

    [Fact]
    public async Task A_table_that_is_not_there_is_not_found()
    {
        var admin = await site.AdminAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(admin).GetAsync("/api/v1/admin/reports/salaries")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(admin).GetAsync("/admin/reports/salaries")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(admin).GetAsync("/api/v1/admin/reports/agents")).StatusCode);
    }

    private async Task SameAsRecountAsync(Person admin, string timeZone)
    {
        var recount = await RecountAsync(timeZone);
        await SameAsync(admin, timeZone, Autumn, November, recount.Days(Autumn, November), recount);
        await SameAsync(admin, timeZone, Spring, Spring.AddDays(99), recount.Weeks(Spring, Spring.AddDays(99)), recount);
        await SameAsync(admin, timeZone, Spring, Winter, recount.Months(Spring, Winter), recount);
    }

    private async Task SameAsync(Person admin, string timeZone, DateOnly first, DateOnly last, IReadOnlyList<Counted> parts, Recount recount)
    {
        var report = await ReportAsync(admin, $"from={first:yyyy-MM-dd}&to={last:yyyy-MM-dd}&agents=true");
        var days = last.DayNumber - first.DayNumber + 1;
        Assert.Equal(recount.All(first, last), Read(report.GetProperty("total").GetProperty("tickets")));
        Assert.Equal(recount.All(first.AddDays(-days), last.AddDays(-days)), Read(report.GetProperty("before").GetProperty("tickets")));
        Assert.Equal(parts, report.GetProperty("parts").EnumerateArray().Select(part => Read(part.GetProperty("tickets"))));
        Assert.True(parts.Sum(part => part.Created) > 20);

        var (categories, teams, agents) = await NamesAsync();
        Assert.Equal(recount.By(first, last, ticket => categories[ticket.CategoryId]), Groups(report, "categories"));
        Assert.Equal(recount.By(first, last, ticket => ticket.TeamId is { } team ? teams[team] : "No team"), Groups(report, "teams"));
        Assert.Equal(recount.By(first, last, ticket => ticket.AssigneeId is { } agent ? agents[agent] : "Nobody"), Groups(report, "agents"));
        Assert.Equal(
            recount.By(first, last, ticket => ticket.Channel switch { TicketChannel.Web => "Web", TicketChannel.Email => "E-mail", _ => "API" }), Groups(report, "channels"));

        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var solved = await site.WithAsync<KnowledgeBaseDbContext, List<DateTimeOffset>>(db => db.Deflections.Select(each => each.SolvedAt).ToListAsync());
        var solvedDays = solved.Select(at => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime)).Where(day => day >= first && day <= last);
        Assert.Equal(solvedDays.Count(), report.GetProperty("total").GetProperty("askedAndSolved").GetInt32());
        Assert.Equal(solvedDays.Count(), report.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("askedAndSolved").GetInt32()));
    }

    private async Task<Recount> RecountAsync(string timeZone) => new(
        await site.WithAsync<TicketsDbContext, List<Ticket>>(db => db.Tickets.AsNoTracking().ToListAsync()), TimeZoneInfo.FindSystemTimeZoneById(timeZone));

    private async Task<(Dictionary<Guid, string> Categories, Dictionary<Guid, string> Teams, Dictionary<Guid, string> Agents)> NamesAsync() => (
        await site.WithAsync<TicketsDbContext, Dictionary<Guid, string>>(db => db.Categories.ToDictionaryAsync(category => category.Id, category => category.Name)),
        (await site.WithAsync<ITeamDirectory, IReadOnlyList<TeamCard>>(async teams => await teams.TeamsAsync(CancellationToken.None))).ToDictionary(team => team.Id, team => team.Name),
        (await site.WithAsync<IUserDirectory, IReadOnlyList<UserCard>>(async people => await people.StaffAsync(CancellationToken.None))).ToDictionary(person => person.Id, person => person.Name));

    private async Task PackAsync()
    {
        await site.WithAsync<RecountDays>(async recount =>
        {
            while (await recount.DoNextAsync(CancellationToken.None))
            {
            }
        });
        Assert.Empty(await site.WithAsync<TicketsDbContext, List<DayToRecount>>(db => db.DaysToRecount.ToListAsync()));
    }

    private Task<JsonElement> ReportAsync(Person admin, string query) => site.Api(admin).JsonAsync($"/api/v1/admin/reports?{query}");

    private static Dictionary<string, Counted> Groups(JsonElement report, string name) => report.GetProperty(name).EnumerateArray()
        .ToDictionary(group => group.Text("name"), group => Read(group.GetProperty("flow")));

    private static Counted Read(JsonElement flow) => new(
        flow.GetProperty("created").GetInt32(), flow.GetProperty("resolved").GetInt32(), ReadTook(flow.GetProperty("firstAnswer")), ReadTook(flow.GetProperty("resolution")));

    private static Took ReadTook(JsonElement spread) => new(spread.GetProperty("count").GetInt32(), Minutes(spread, "medianMinutes"), Minutes(spread, "p90Minutes"));

    private static double? Minutes(JsonElement spread, string name) => spread.IsNull(name) ? null : Math.Round(spread.GetProperty(name).GetDouble(), 3);

    private static DateOnly Day(JsonElement range, string name) => DateOnly.Parse(range.Text(name), CultureInfo.InvariantCulture);
}
