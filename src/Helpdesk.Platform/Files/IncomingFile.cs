using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Files;

/// <summary>A file that somebody sends, with the bytes at hand.</summary>
/// <param name="Name">As the sender calls it; it is cleaned.</param>
/// <param name="ContentType">As the sender calls it; empty when it is not said.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Open">A stream that can be sought, read once and closed.</param>
public sealed record IncomingFile(string Name, string ContentType, long Size, Func<Stream> Open)
{
    /// <summary>A file of a form. The framework has laid it down on the disk already.</summary>
    public static IncomingFile From(IFormFile file) => new(file.FileName, file.ContentType, file.Length, file.OpenReadStream);
}

/// <summary>What somebody asks to upload.</summary>
public sealed record UploadRequest
{
    public string Filename { get; init; } = "";

    public string ContentType { get; init; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; init; }

    /// <summary>Of the bytes, in hexadecimal digits; checked when the file is named.</summary>
    public string? Sha256 { get; init; }
}

/// <summary>Where the bytes go. Then the file is named by its id.</summary>
public sealed record UploadOffer(Guid AttachmentId, string UploadUrl, string Method, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
