using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.HandOver;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.ManagePeople;

/// <summary>The open tickets of somebody who stops working here.</summary>
public sealed class HandOverTests(Databases databases) : IAsyncLifetime
{
    private readonly AuthSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Open_tickets_go_to_whom_the_administrator_says()
    {
        var (admin, gone, dana) = (await site.AdminAsync(), await site.AgentAsync("Gone Agent"), await site.AgentAsync("Dana Diaz"));
        var team = await site.TeamAsync("Network");
        var api = site.Api(dana);
        var open = await api.OpenAsync();
        var closed = await api.OpenAsync();
        (await site.Api(gone).TakeAsync(open)).Dispose();
        (await site.Api(gone).TakeAsync(closed)).Dispose();
        (await api.ChangeAsync(closed, new { status = "closed" })).Dispose();

        var (browser, url) = (site.Browser(admin), $"/admin/people/{gone.Id}/deactivation");
        var page = await browser.PageAsync(url);
        Assert.Equal("Gone Agent has 1 open ticket. Give it to", page.QuerySelector("label[for=Form_GiveTicketsTo]")!.TextContent);
        using var done = await browser.SubmitAsync(page, url, "main form", ("Form.GiveTicketsTo", dana.Id.ToString()));
        Assert.Equal($"/admin/people/{gone.Id}", done.Headers.Location!.OriginalString);
        Assert.Equal(dana.Id, (await api.ShowAsync(open)).GetProperty("assignee").Id());
        Assert.Equal(gone.Id, (await api.ShowAsync(closed)).GetProperty("assignee").Id());
        var told = (await api.ShowAsync(open)).GetProperty("events").EnumerateArray().Last(entry => entry.Text("kind") == "assigned");
        Assert.Equal(admin.Id, told.GetProperty("actor").Id());
        using var news = await site.Api(dana).GetAsync("/api/v1/notifications");
        Assert.Contains(open.Number().ToString(System.Globalization.CultureInfo.InvariantCulture), await news.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var toTeam = await PatchAsync(admin, dana, new { role = "employee", giveTicketsTo = team });
        Assert.Equal(HttpStatusCode.OK, toTeam.StatusCode);
        var shown = await site.Api(admin).ShowAsync(open);
        Assert.True(shown.IsNull("assignee"));
        Assert.Equal(team, shown.GetProperty("team").Id());
    }

    [Fact]
    public async Task Somebody_who_becomes_an_employee_keeps_no_tickets()
    {
        var (admin, gone) = (await site.AdminAsync(), await site.AgentAsync("Gone Agent"));
        var open = await site.Api(gone).OpenAsync();
        (await site.Api(gone).TakeAsync(open)).Dispose();
        using var self = await PatchAsync(admin, gone, new { role = "employee", giveTicketsTo = gone.Id });
        Assert.Equal(HttpStatusCode.BadRequest, self.StatusCode);
        using var demoted = await PatchAsync(admin, gone, new { role = "employee" });
        Assert.Equal(HttpStatusCode.OK, demoted.StatusCode);
        Assert.True((await site.Api(admin).ShowAsync(open)).IsNull("assignee"));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Handing_over_goes_on_after_a_fault(bool isTakerGone, bool isBack)
    {
        var (admin, gone, dana) = (await site.AdminAsync(), await site.AgentAsync("Gone Agent"), await site.AgentAsync("Dana Cole"));
        var open = await site.Api(gone).OpenAsync();
        (await site.Api(gone).TakeAsync(open)).Dispose();
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlRawAsync(
            """
            create function public.fail() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
            create trigger fail before update on tickets.tickets for each row execute function public.fail();
            """));
        using var failed = await PatchAsync(admin, gone, new { isActive = false, giveTicketsTo = dana.Id });
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlRawAsync("drop function public.fail() cascade"));
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.False((await site.Api(admin).JsonAsync($"/api/v1/admin/users/{gone.Id}")).GetProperty("isActive").GetBoolean());
        Assert.Equal(gone.Id, (await site.Api(admin).ShowAsync(open)).GetProperty("assignee").Id());
        if (isTakerGone || isBack)
        {
            using var changed = await (isTakerGone ? PatchAsync(admin, dana, new { isActive = false }) : PatchAsync(admin, gone, new { isActive = true }));
            Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        }

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.WithAsync<DoHandOvers>(async work =>
        {
            while (await work.DoNextAsync(CancellationToken.None))
            {
            }
        });
        var shown = await site.Api(admin).ShowAsync(open);
        Guid? expected = isTakerGone ? null : isBack ? gone.Id : dana.Id;
        Assert.Equal(expected, shown.IsNull("assignee") ? null : shown.GetProperty("assignee").Id());
        Assert.Equal(0, await site.WithAsync<AuthDbContext, int>(db => db.HandOvers.CountAsync()));
    }

    private Task<HttpResponseMessage> PatchAsync(Person admin, Person person, object change) => site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{person.Id}", change);
}
