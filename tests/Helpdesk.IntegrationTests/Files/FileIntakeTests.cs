using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>What is taken in, from whom and how much.</summary>
public sealed class FileIntakeTests(FileIntakeTests.SmallSite site) : IClassFixture<FileIntakeTests.SmallSite>
{
    private static readonly byte[] Page = FileKit.Text("<html><script>alert(1)</script>");

    private readonly Guid me = Guid.NewGuid();

    [Theory]
    [InlineData("page.html", "page.html cannot be attached. Allowed: pictures, SVG, PDF, Word, Office, text, zip, audio, video.")]
    [InlineData("photo.png", "photo.png is not really a PNG. Save it again and retry.")]
    [InlineData("cv.pdf", "cv.pdf is not really a PDF. Save it again and retry.")]
    public async Task A_page_is_not_taken_under_any_name(string name, string sentence)
    {
        Assert.Equal(sentence, FileKit.SentenceOf((await site.ReceiveAsync(name, Page, me)).Refusal));
    }

    [Fact]
    public async Task Uploaded_bytes_that_are_not_what_they_claim_are_refused_when_they_are_named()
    {
        var offer = await site.OfferAsync("photo.png", "image/png", Page.Length, me);
        using var client = site.CreateClient();
        using var put = await client.PutAsync(offer, Page);
        Assert.True(put.IsSuccessStatusCode);
        for (var times = 0; times < 2; times++)
        {
            var refused = await site.AcceptAsync(me, offer.AttachmentId);
            Assert.Equal("photo.png is not really a PNG. Save it again and retry.", FileKit.SentenceOf(refused.Refusal));
        }

        var row = await site.RowAsync(offer.AttachmentId);
        Assert.Equal(FileState.Refused, row.State);
        Assert.IsType<Refusal.Conflict>(site.Shelf().AddressOf(row).Refusal);
    }

    [Fact]
    public async Task Uploaded_bytes_must_have_the_checksum_that_was_told()
    {
        var offer = await site.OfferAsync("photo.png", "image/png", FileKit.Png.Length, me, sha256: new string('0', 64));
        using var client = site.CreateClient();
        using var put = await client.PutAsync(offer, FileKit.Png);
        Assert.Equal("photo.png did not arrive whole. Add it again.", FileKit.SentenceOf((await site.AcceptAsync(me, offer.AttachmentId)).Refusal));
    }

    [Fact]
    public async Task A_file_belongs_to_the_place_it_was_sent_to()
    {
        var file = (await site.ReceiveAsync("photo.png", FileKit.Png, me, new FilePlace("elsewhere", FileKinds.All))).Value!;
        Assert.Equal("There is no such file. Add it again.", FileKit.SentenceOf((await site.AcceptAsync(me, file.Id)).Refusal));
    }

    [Fact]
    public async Task There_is_a_limit_to_how_many_one_thing_may_have()
    {
        var ids = new List<Guid>();
        for (var number = 0; number < 4; number++)
        {
            ids.Add((await site.ReceiveAsync($"{number}.txt", FileKit.Text("x"), me)).Value!.Id);
        }

        Assert.Equal(3, (await site.AcceptAsync(me, [.. ids[..3]])).Value!.Count);
        Assert.Equal("Add up to 3 files.", FileKit.SentenceOf((await site.AcceptAsync(me, [.. ids])).Refusal));
    }

    [Fact]
    public async Task A_person_may_send_so_much_in_a_day_however_many_at_once()
    {
        var greedy = Guid.NewGuid();
        var big = FileKit.Text(new string('x', 300_000));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => site.ReceiveAsync($"{number}.txt", big, greedy)));
        Assert.Equal(3, answers.Count(answer => answer.Value is not null));
        Assert.All(answers.Where(answer => answer.Value is null), answer =>
            Assert.Equal("You may send 1 MB of files in a day. Try again tomorrow.", FileKit.SentenceOf(answer.Refusal)));
        Assert.NotNull((await site.ReceiveAsync("mine.txt", big, me)).Value);

        site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull((await site.ReceiveAsync("tomorrow.txt", big, greedy)).Value);
    }

    [Fact]
    public async Task A_file_of_yesterday_that_nothing_uses_can_no_longer_be_named()
    {
        var file = (await site.ReceiveAsync("photo.png", FileKit.Png, me)).Value!;
        site.Clock.Advance(FileQueries.UnusedFor);
        Assert.Equal("There is no such file. Add it again.", FileKit.SentenceOf((await site.AcceptAsync(me, file.Id)).Refusal));
    }

    /// <summary>With limits that a test can reach.</summary>
    public sealed class SmallSite : Site
    {
        public SmallSite(Databases databases)
            : base(databases)
        {
            Settings["Files:DailyMegabytesPerPerson"] = "1";
            Settings["Files:MostPerMessage"] = "3";
        }
    }
}
