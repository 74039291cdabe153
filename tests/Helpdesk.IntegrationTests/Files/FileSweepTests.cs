using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>Bytes and rows go when nothing has them any more, and not before.</summary>
public sealed class FileSweepTests(Site site) : IClassFixture<Site>
{
    private readonly Guid me = Guid.NewGuid();
    private readonly FileOwner owner = new("probe", Guid.NewGuid());

    [Fact]
    public async Task What_nothing_uses_goes_after_a_day_and_what_is_used_stays()
    {
        var (used, unused) = (await TakeAsync("used.txt"), await TakeAsync("unused.txt"));
        await AttachAsync(used);
        await SweepAsync();
        Assert.True(await IsThereAsync(unused));

        site.Clock.Advance(TimeSpan.FromHours(25));
        await Task.WhenAll(SweepAsync(), SweepAsync(), SweepAsync());
        Assert.False(await IsThereAsync(unused));
        Assert.True(await IsThereAsync(used));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_released_goes_after_a_day_or_at_once(bool atOnce)
    {
        var file = await TakeAsync("notes.txt");
        await AttachAsync(file);
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.WithAsync<PlatformDbContext>(async db =>
        {
            await site.Shelf().ReleaseAsync(db, owner, atOnce, CancellationToken.None);
            await db.SaveChangesAsync();
        });
        await SweepAsync();
        Assert.Equal(!atOnce, await IsThereAsync(file));

        site.Clock.Advance(TimeSpan.FromHours(25));
        await SweepAsync();
        Assert.False(await IsThereAsync(file));
    }

    [Fact]
    public async Task What_an_anonymised_person_sent_and_nothing_uses_goes_at_once()
    {
        var (used, unused) = (await TakeAsync("used.txt"), await TakeAsync("unused.txt"));
        var other = (await site.ReceiveAsync("other.txt", FileKit.Text("words"), Guid.NewGuid())).Value!;
        await AttachAsync(used);
        await site.WithAsync<PlatformDbContext>(db => FileShelf.ForgetUnusedAsync(db, me, CancellationToken.None));
        await SweepAsync();
        Assert.False(await IsThereAsync(unused));
        Assert.True(await IsThereAsync(used));
        Assert.True(await IsThereAsync(other));
    }

    [Fact]
    public async Task A_file_in_use_cannot_lose_its_row()
    {
        var file = await TakeAsync("notes.txt");
        await AttachAsync(file);
        await site.WithAsync<PlatformDbContext>(async db =>
            await Assert.ThrowsAnyAsync<Exception>(() => db.Files.Where(row => row.Id == file.Id).ExecuteDeleteAsync()));
    }

    [Fact]
    public async Task Bytes_that_were_uploaded_and_never_named_go_too()
    {
        var offer = await site.OfferAsync("photo.png", "image/png", FileKit.Png.Length, me);
        using var client = site.CreateClient();
        using var put = await client.PutAsync(offer, FileKit.Png);
        var key = Arrivals.KeyOf(await site.RowAsync(offer.AttachmentId));
        Assert.NotNull(await Store.SizeAsync(key, CancellationToken.None));
        site.Clock.Advance(TimeSpan.FromHours(25));
        await SweepAsync();
        Assert.Null(await Store.SizeAsync(key, CancellationToken.None));
    }

    private IFileStore Store => site.Services.GetRequiredService<FileStores>().Current;

    private async Task<StoredFile> TakeAsync(string name) => (await site.ReceiveAsync(name, FileKit.Text("words"), me)).Value!;

    private Task AttachAsync(StoredFile file) => site.WithAsync<PlatformDbContext>(async db =>
    {
        FileShelf.Attach(db, owner, [file]);
        await db.SaveChangesAsync();
        Assert.Equal(file.Id, Assert.Single((await FileShelf.OfAsync(db, owner.Kind, [owner.Id], CancellationToken.None))[owner.Id]).Id);
    });

    private Task SweepAsync() => site.WithAsync<FileSweep>(sweep => sweep.SweepAsync(CancellationToken.None));

    private async Task<bool> IsThereAsync(StoredFile file)
    {
        var hasRow = await site.WithAsync<PlatformDbContext, bool>(db => db.Files.AnyAsync(row => row.Id == file.Id));
        var hasBytes = await Store.SizeAsync(file.Key, CancellationToken.None) is not null;
        Assert.Equal(hasRow, hasBytes);
        return hasRow;
    }
}
