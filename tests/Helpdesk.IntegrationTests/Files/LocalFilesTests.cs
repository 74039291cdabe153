using System.Net;
using System.Net.Http.Headers;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>What the doors of the local store answer.</summary>
public sealed class LocalFilesTests(Site site) : IClassFixture<Site>
{
    private readonly Guid me = Guid.NewGuid();

    [Fact]
    public async Task A_file_of_a_form_can_be_read_at_its_address()
    {
        var received = await site.ReceiveAsync("Überblick.png", FileKit.Png, me);
        var file = received.Value!;
        Assert.Equal(FileState.Ready, file.State);
        Assert.StartsWith("probes/things/", file.Key, StringComparison.Ordinal);

        using var client = site.CreateClient();
        using var answer = await client.GetAsync(new Uri(site.AddressOf(file)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(FileKit.Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Überblick.png", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var file = (await site.ReceiveAsync("notes.txt", FileKit.Text("0123456789"), me)).Value!;
        using var client = site.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, site.AddressOf(file));
        request.Headers.Range = new RangeHeaderValue(2, 4);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("234", await answer.Content.ReadAsStringAsync());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task An_uploaded_file_is_accepted_by_its_id()
    {
        var offer = await site.OfferAsync("photo.png", "image/png", FileKit.Png.Length, me);
        using var client = site.CreateClient();
        Assert.Equal("photo.png has not arrived yet.", FileKit.SentenceOf((await site.AcceptAsync(me, offer.AttachmentId)).Refusal));

        using var put = await client.PutAsync(offer, FileKit.Png);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var accepted = await site.AcceptAsync(me, offer.AttachmentId);
        Assert.Equal(offer.AttachmentId, Assert.Single(accepted.Value!).Id);
        Assert.Equal(FileState.Ready, (await site.RowAsync(offer.AttachmentId)).State);
        Assert.Equal(FileKit.Png, await client.GetByteArrayAsync(new Uri(site.AddressOf(accepted.Value![0]))));
    }

    [Fact]
    public async Task Nobody_accepts_what_another_person_sent()
    {
        var file = (await site.ReceiveAsync("notes.txt", FileKit.Text("mine"), me)).Value!;
        var theirs = await site.AcceptAsync(Guid.NewGuid(), file.Id);
        Assert.IsType<Refusal.Invalid>(theirs.Refusal);
    }
}
