using System.Text;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>With a real clamd, and with one that is away.</summary>
public sealed class VirusScanTests(Databases databases, FileServers servers)
{
    // Turned around, so that no scanner takes this source for the test file.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        new string([.. "*H+H$!ELIF-TSET-SURIVITNA-DRADNATS-RACIE$}7)CC7)^P(45XZP\\4[PA@%P!O5X".Reverse()]));

    private readonly Guid me = Guid.NewGuid();

    [Fact]
    public async Task A_virus_is_refused_and_recorded()
    {
        await using var site = await SiteAsync(await servers.ScannerPortAsync());
        Assert.Equal(FileState.Ready, (await site.ReceiveAsync("notes.txt", FileKit.Text("harmless"), me)).Value!.State);
        var refused = await site.ReceiveAsync("eicar.txt", Eicar, me);
        Assert.Equal("eicar.txt holds a virus. It was not kept.", FileKit.SentenceOf(refused.Refusal));
        Assert.Equal(1, await LinesAsync(site));
    }

    [Fact]
    public async Task A_file_is_held_while_the_scanner_is_away()
    {
        await using var site = await SiteAsync(FileServers.FreePort());
        var (clean, infected) = ((await site.ReceiveAsync("notes.txt", FileKit.Text("harmless"), me)).Value!, (await site.ReceiveAsync("eicar.txt", Eicar, me)).Value!);
        Assert.Equal(FileState.Held, clean.State);
        Assert.Equal("notes.txt is being checked for viruses.", FileKit.SentenceOf(site.Shelf().AddressOf(clean).Refusal));
        Assert.IsType<Refusal.NotFound>((await site.Shelf().OpenAsync(clean, CancellationToken.None)).Refusal);
        // It may be attached: whoever reads it waits, and not whoever writes.
        Assert.Equal(2, (await site.AcceptAsync(me, clean.Id, infected.Id)).Value!.Count);
        Assert.False(await site.WithAsync<HeldFiles, bool>(held => held.DoNextAsync(CancellationToken.None)));

        await using var again = await SiteAsync(await servers.ScannerPortAsync(), site);
        while (await again.WithAsync<HeldFiles, bool>(held => held.DoNextAsync(CancellationToken.None)))
        {
        }

        Assert.Equal(FileState.Ready, (await again.RowAsync(clean.Id)).State);
        var refused = await again.RowAsync(infected.Id);
        Assert.Equal(FileState.Refused, refused.State);
        Assert.Null(await again.Services.GetRequiredService<FileStores>().Current.SizeAsync(refused.Key, CancellationToken.None));
        Assert.Equal(1, await LinesAsync(again));
    }

    private async Task<ScannedSite> SiteAsync(int port, ScannedSite? before = null)
    {
        var site = new ScannedSite(databases, before);
        site.Settings["Files:Scanner:Host"] = "127.0.0.1";
        site.Settings["Files:Scanner:Port"] = $"{port}";
        if (before is not null)
        {
            site.Settings["Files:Folder"] = before.Settings["Files:Folder"];
        }

        await site.InitializeAsync();
        return site;
    }

    private Task<int> LinesAsync(Site site) => site.WithAsync<PlatformDbContext, int>(db =>
        db.AuditEntries.CountAsync(entry => entry.Action == "file.infected" && entry.ActorId == me));

    /// <summary>On a database of its own, or on that of a site from before.</summary>
    private sealed class ScannedSite(Databases databases, Site? before) : Site(databases)
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            if (before is not null)
            {
                Settings["ConnectionStrings:Helpdesk"] = before.ConnectionString;
            }
        }
    }
}
