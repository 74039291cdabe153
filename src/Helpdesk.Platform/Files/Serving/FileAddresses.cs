using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Platform.Files.Stores;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Files.Serving;

/// <summary>Makes and reads the addresses of the local store. What they allow is sealed in them, so that having one is the right to use it.</summary>
internal sealed class FileAddresses(IDataProtectionProvider protection, IHttpContextAccessor http, AppSettings app, TimeProvider clock)
{
    public const string Prefix = "/files";

    // Two purposes: what may be read is never what may be written.
    private readonly IDataProtector downloads = protection.CreateProtector("file-download");
    private readonly IDataProtector uploads = protection.CreateProtector("file-upload");

    public string ForUpload(UploadOrder order) => $"{Site}{Prefix}/uploads/{Seal(uploads, order)}";

    public string ForDownload(DownloadOrder order) => $"{Site}{Prefix}/{Seal(downloads, order)}/{Uri.EscapeDataString(order.Name)}";

    /// <summary>Null when it was not made by us, or its time is over.</summary>
    public UploadOrder? ReadUpload(string token) => Open<UploadOrder>(uploads, token) is { } order && order.ExpiresAt > clock.GetUtcNow() ? order : null;

    /// <summary>Null when it was not made by us, was made for another name, or its time is over.</summary>
    public DownloadOrder? ReadDownload(string token, string name) =>
        Open<DownloadOrder>(downloads, token) is { } order && order.Name == name && order.ExpiresAt > clock.GetUtcNow() ? order : null;

    // The host that was asked is one that we answer to; outside of a request it is the one that people know.
    private string Site => http.HttpContext?.Request is { } request
        ? $"{request.Scheme}://{request.Host}"
        : app.PublicUrl.GetLeftPart(UriPartial.Authority);

    private static string Seal<T>(IDataProtector protector, T order) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(order)));

    private static T? Open<T>(IDataProtector protector, string token)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(protector.Unprotect(Base64Url.DecodeFromChars(token)));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
