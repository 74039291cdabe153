using System.Text;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Small files of each sort, and the ways to send them.</summary>
internal static class FileKit
{
    public static readonly FilePlace Place = new("probes/things", FileKinds.All);

    /// <summary>A picture of one point.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>A document of one empty page.</summary>
    public static readonly byte[] Pdf = Text(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static IncomingFile Incoming(string name, byte[] bytes, string contentType = "") => new(name, contentType, bytes.Length, () => new MemoryStream(bytes));

    public static Task<Outcome<StoredFile>> ReceiveAsync(this Site site, string name, byte[] bytes, Guid by, FilePlace? place = null) =>
        site.WithAsync<FileIntake, Outcome<StoredFile>>(intake => intake.ReceiveAsync(place ?? Place, Incoming(name, bytes), by, CancellationToken.None));

    public static async Task<UploadOffer> OfferAsync(this Site site, string name, string contentType, long size, Guid by, string? sha256 = null)
    {
        var request = new UploadRequest { Filename = name, ContentType = contentType, Size = size, Sha256 = sha256 };
        var offer = await site.WithAsync<FileIntake, Outcome<UploadOffer>>(intake => intake.OfferAsync(Place, request, by, CancellationToken.None));
        return offer.Value ?? throw new InvalidOperationException(SentenceOf(offer.Refusal));
    }

    public static Task<Outcome<IReadOnlyList<StoredFile>>> AcceptAsync(this Site site, Guid by, params Guid[] ids) =>
        site.WithAsync<FileIntake, Outcome<IReadOnlyList<StoredFile>>>(intake => intake.AcceptAsync(Place, ids, by, CancellationToken.None));

    public static Task<StoredFile> RowAsync(this Site site, Guid id) =>
        site.WithAsync<PlatformDbContext, StoredFile>(db => db.Files.AsNoTracking().SingleAsync(file => file.Id == id));

    public static FileShelf Shelf(this Site site) => site.Services.GetRequiredService<FileShelf>();

    public static string AddressOf(this Site site, StoredFile file) => site.Shelf().AddressOf(file).Value!;

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, UploadOffer offer, byte[] bytes, string? contentType = null)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType ?? offer.Headers["Content-Type"]);
        return await client.PutAsync(new Uri(offer.UploadUrl), content);
    }

    public static string SentenceOf(Refusal? refusal) => refusal switch
    {
        Refusal.Invalid invalid => invalid.Errors.Values.First()[0],
        Refusal.Conflict conflict => conflict.Why,
        Refusal.Later later => later.Why,
        null => "",
        _ => refusal.ToString(),
    };
}
