using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>From one store to the other while people read.</summary>
public sealed class FileMoveTests(BucketSite site) : IClassFixture<BucketSite>
{
    private readonly Guid me = Guid.NewGuid();

    [Fact]
    public async Task All_files_move_there_and_back_and_can_be_read_all_the_while()
    {
        var file = (await site.ReceiveAsync("notes.txt", FileKit.Text("words"), me)).Value!;
        Assert.Equal("s3", file.Store);
        var inBucket = site.AddressOf(file);

        Assert.Equal(0, await MoveAsync("local"));
        var moved = await site.RowAsync(file.Id);
        Assert.Equal("local", moved.Store);
        var inFolder = site.AddressOf(moved);
        Assert.Equal("words", await ReadAsync(inFolder));
        Assert.Equal("words", await ReadAsync(inBucket));

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await SweepAsync();
        Assert.Null(await Store("s3").SizeAsync(file.Key, CancellationToken.None));
        var stillInFolder = site.AddressOf(moved);

        Assert.Equal(0, await MoveAsync("s3"));
        await Store("local").DeleteAsync(file.Key, CancellationToken.None);
        // The address from before leads where the bytes are now.
        using var folder = site.CreateClient(new() { AllowAutoRedirect = false });
        using var elsewhere = await folder.GetAsync(new Uri(stillInFolder));
        Assert.Equal(HttpStatusCode.Redirect, elsewhere.StatusCode);
        Assert.Equal("words", await ReadAsync(elsewhere.Headers.Location!.ToString()));

        Assert.True(await site.WithAsync<PlatformDbContext, bool>(db => db.AuditEntries.AnyAsync(entry => entry.Action == "files.moved")));
    }

    [Fact]
    public async Task A_file_whose_bytes_changed_stays_where_it_is()
    {
        var file = (await site.ReceiveAsync("notes.txt", FileKit.Text("words"), me)).Value!;
        using (var other = new MemoryStream(FileKit.Text("sword")))
        {
            await Store("s3").PutAsync(file.Key, other, "text/plain", CancellationToken.None);
        }

        using var output = new StringWriter();
        Assert.NotEqual(0, await MoveAsync("local", output));
        Assert.Contains($"{file.Key} stays in s3: its checksum is not what it was.", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("s3", (await site.RowAsync(file.Id)).Store);
        await site.WithAsync<PlatformDbContext>(db => db.Files.Where(row => row.Id == file.Id).ExecuteDeleteAsync());
    }

    private IFileStore Store(string name) => site.Services.GetRequiredService<FileStores>().Of(name);

    private async Task<int> MoveAsync(string to, StringWriter? output = null)
    {
        using var own = new StringWriter();
        return await site.WithAsync<FileMove, int>(move => move.ToAsync(to, output ?? own, CancellationToken.None));
    }

    private Task SweepAsync() => site.WithAsync<FileSweep>(sweep => sweep.SweepAsync(CancellationToken.None));

    private async Task<string> ReadAsync(string address)
    {
        using var bucket = new HttpClient();
        using var folder = site.CreateClient();
        return await (address.Contains("/files/", StringComparison.Ordinal) ? folder : bucket).GetStringAsync(new Uri(address));
    }
}
