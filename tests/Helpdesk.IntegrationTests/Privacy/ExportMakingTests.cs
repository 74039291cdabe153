using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.ExportData;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>Who makes an export, and what becomes of it when somebody dies over it.</summary>
public sealed class ExportMakingTests(Databases databases) : IAsyncLifetime
{
    private readonly SiteWithoutMaker site = new(databases);
    private readonly List<SiteProcess> instances = [];

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await site.DisposeAsync();
    }

    [Fact]
    public async Task Of_many_requests_and_two_instances_comes_one_export()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        var ids = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var asked = await api.PostAsync(Archive.Url, null);
            return (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        }));
        Assert.Single(ids.Distinct());
        await using (await Holding.TicketsAsync(site.ConnectionString))
        {
            await Task.WhenAll(StartAsync(leaseSeconds: 300), StartAsync(leaseSeconds: 300));
            await Holding.WaitForBlockedAsync(site.ConnectionString);
        }

        Assert.Equal(ids[0], await Archive.ReadyAsync(api));
        Assert.Equal(1, (await ExportAsync(ids[0])).Attempts);
        Assert.Equal(1, await MailsAsync(person));
        // The other instance goes on to look for work, and finds what is asked for next.
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await Eventually.TrueAsync("the next one is ready too", async () => await MailsAsync(person) == 2);
    }

    [Fact]
    public async Task Killed_in_the_middle_it_is_made_by_the_next_one()
    {
        var person = await site.EmployeeAsync();
        await site.FileAsync(person, "A ticket of mine");
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await using (await Holding.TicketsAsync(site.ConnectionString))
        {
            var first = await StartAsync();
            await Holding.WaitForBlockedAsync(site.ConnectionString);
            await first.KillAsync();
        }

        Assert.Equal("in_the_making", (await Archive.ShownAsync(api)).GetProperty("state").GetString());
        await StartAsync();
        var id = await Archive.ReadyAsync(api);
        Assert.Equal(2, (await ExportAsync(id)).Attempts);
        Assert.Equal(1, await MailsAsync(person));
        var archive = Archive.Open(await api.GetByteArrayAsync($"{Archive.Url}/{id}/download"));
        Assert.Equal("A ticket of mine", archive.Json("tickets/tickets.json")[0].GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Who_stops_in_the_middle_leaves_it_to_the_others_at_once()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await using (await Holding.TicketsAsync(site.ConnectionString))
        {
            var first = await StartAsync(leaseSeconds: 3600);
            await Holding.WaitForBlockedAsync(site.ConnectionString);
            await first.StopAsync();
        }

        await StartAsync(leaseSeconds: 3600);
        Assert.Equal(1, (await ExportAsync(await Archive.ReadyAsync(api))).Attempts);
    }

    [Fact]
    public async Task Whoever_lost_the_claim_writes_nothing_any_more()
    {
        var person = await site.EmployeeAsync();
        (await site.Api(person).PostAsync(Archive.Url, null)).Dispose();
        await using var scope = site.Services.CreateAsyncScope();
        var table = scope.ServiceProvider.GetRequiredService<ExportTable>();
        var slow = await table.ClaimAsync(default);
        Assert.Null(await table.ClaimAsync(default));
        await table.StoreAsync(slow!, 0, [1, 2, 3], default);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var quick = await table.ClaimAsync(default);
        Assert.Equal((slow!.Id, 2), (quick!.Id, quick.Attempts));
        await table.ClearAsync(quick, default);
        await Assert.ThrowsAsync<LostClaimException>(() => table.StoreAsync(slow, 1, [4], default));
        Assert.False(await table.FinishAsync(slow, 3, default));
        await table.PostponeAsync(slow, default);
        await table.FailAsync(slow, default);
        await table.ReleaseAsync(slow, default);
        await table.StoreAsync(quick, 0, [5], default);
        Assert.True(await table.FinishAsync(quick, 1, default));
        var parts = await site.WithAsync<AuthDbContext, List<DataExportPart>>(db => db.DataExportParts.Where(part => part.ExportId == quick.Id).ToListAsync());
        Assert.Equal([5], Assert.Single(parts).Content);
    }

    [Fact]
    public async Task Nothing_is_made_for_somebody_who_was_put_out_meanwhile()
    {
        var person = await site.EmployeeAsync();
        (await site.Api(person).PostAsync(Archive.Url, null)).Dispose();
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        await StartAsync();
        await Eventually.TrueAsync("the export was given up", () => site.WithAsync<AuthDbContext, bool>(db =>
            db.DataExports.AnyAsync(export => export.UserId == person.Id && export.FailedAt != null)));
        Assert.Equal(0, await MailsAsync(person));
    }

    private async Task<SiteProcess> StartAsync(int leaseSeconds = 2)
    {
        var instance = await SiteProcess.StartAsync(
            site.ConnectionString,
            [("Exports:LeaseSeconds", $"{leaseSeconds}"), ("Exports:PollSeconds", "1"), ("Mail:Drain", "false"), ("Mail:Transport", "pickup"), ("Mail:PickupFolder", site.Settings["Mail:PickupFolder"])]);
        instances.Add(instance);
        return instance;
    }

    private Task<DataExport> ExportAsync(Guid id) =>
        site.WithAsync<AuthDbContext, DataExport>(db => db.DataExports.AsNoTracking().SingleAsync(export => export.Id == id));

    private Task<int> MailsAsync(Person person) => site.WithAsync<AuthDbContext, int>(db =>
        db.Set<OutboxEmail>().CountAsync(mail => mail.RecipientId == person.Id && mail.Kind == DataReadyMail.Kind));
}

/// <summary>A module that fails does not lose the export, and does not try for ever.</summary>
public sealed class TroubledExportTests(Databases databases) : IAsyncLifetime
{
    private readonly TroubledSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_is_tried_again_later()
    {
        site.Troubles = 1;
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await Eventually.TrueAsync("the first attempt failed and waits", () => site.WithAsync<AuthDbContext, bool>(db =>
            db.DataExports.AnyAsync(export => export.Attempts == 1 && export.LockedUntil < site.Clock.GetUtcNow().AddMinutes(1))));
        Assert.Equal(1, site.Tries);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var id = await Archive.ReadyAsync(api);
        Assert.Contains("well.json", Archive.Open(await api.GetByteArrayAsync($"{Archive.Url}/{id}/download")).Files.Keys);
    }

    [Fact]
    public async Task In_the_end_it_is_given_up_and_can_be_asked_for_again()
    {
        site.Troubles = int.MaxValue;
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await Eventually.TrueAsync("it is given up", async () =>
        {
            site.Clock.Advance(TimeSpan.FromSeconds(20));
            return (await Archive.ShownAsync(api)).GetProperty("state").GetString() == "failed";
        });
        Assert.Equal(ExportTable.Attempts, site.Tries);
        Assert.Equal(0, await site.WithAsync<AuthDbContext, int>(db => db.DataExportParts.CountAsync()));
        var page = await site.Browser(person).PageAsync("/account/data");
        Assert.Contains("could not be put together", page.QuerySelector("main")!.TextContent);
        site.Troubles = 0;
        await site.WithAsync<AuthDbContext>(db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.ProvenAt, site.Clock.GetUtcNow())));
        (await api.PostAsync(Archive.Url, null)).Dispose();
        await Archive.ReadyAsync(api);
    }
}
