using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.ChangeMany;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>How long a change of many tickets is remembered.</summary>
public sealed class SweepRunsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_run_is_forgotten_thirty_days_after_it_was_done()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        using var changed = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { ticket.Id }, change = new { priority = "high" } });
        var run = (await changed.JsonAsync()).Id();
        site.Clock.Advance(TimeSpan.FromDays(29));
        await SweepAsync();
        Assert.Equal((1, 1), await RowsAsync(run));
        site.Clock.Advance(TimeSpan.FromDays(2));

        // One that is being taken back is still needed; somebody else holds the ticket of it.
        var undo = Guid.NewGuid();
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            db.Add(new BulkRun { Id = undo, UserId = agent.Id, Total = 1, CreatedAt = site.Clock.GetUtcNow(), DoneAt = site.Clock.GetUtcNow(), UndoesId = run });
            db.Add(new BulkItem { RunId = undo, TicketId = ticket.Id });
            await db.SaveChangesAsync();
        });
        await using (await Holding.BeginAsync(site.ConnectionString, $"select 1 from tickets.bulk_items where run_id = '{undo}' for update"))
        {
            await SetDoneAsync(undo, null);
            await SweepAsync();
            Assert.Equal((1, 1), await RowsAsync(run));
            await SetDoneAsync(undo, site.Clock.GetUtcNow());
        }

        await SweepAsync();
        Assert.Equal((0, 0), await RowsAsync(run));
    }

    private Task SweepAsync() => site.WithAsync<SweepRuns>(sweep => sweep.DoNextAsync(CancellationToken.None));

    private Task SetDoneAsync(Guid run, DateTimeOffset? at) => site.WithAsync<TicketsDbContext>(db =>
        db.BulkRuns.Where(kept => kept.Id == run).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.DoneAt, at)));

    private Task<(int Runs, int Items)> RowsAsync(Guid run) => site.WithAsync<TicketsDbContext, (int, int)>(async db =>
        (await db.BulkRuns.CountAsync(kept => kept.Id == run), await db.BulkItems.CountAsync(item => item.RunId == run)));
}
