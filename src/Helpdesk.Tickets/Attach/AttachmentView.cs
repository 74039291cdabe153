using System.Text.Json.Serialization;
using Helpdesk.Platform.Files;

namespace Helpdesk.Tickets.Attach;

/// <summary>A file of a message or note. Its address is signed only when somebody asks for it.</summary>
internal sealed class AttachmentView(StoredFile file, Guid shownOn, FileShelf shelf)
{
    public static IReadOnlyList<AttachmentView> All(IEnumerable<StoredFile> files, Guid shownOn, FileShelf shelf) =>
        [.. files.Select(file => new AttachmentView(file, shownOn, shelf))];

    public Guid Id => file.Id;

    public string Filename => file.Name;

    /// <summary>In bytes.</summary>
    public long Size => file.Size;

    public string ContentType => file.ContentType;

    public DateTimeOffset CreatedAt => file.CreatedAt;

    /// <summary>Signed, good for five minutes; null while the file is being checked for viruses.</summary>
    public string? DownloadUrl => shelf.AddressOf(file).Value;

    /// <summary>The page that looks at the reader's rights and leads on.</summary>
    [JsonIgnore]
    public string Url => $"/tickets/{shownOn}/attachments/{file.Id}";

    [JsonIgnore]
    public bool IsReady => file.State == FileState.Ready;

    [JsonIgnore]
    public bool IsPicture => IsReady && file.ContentType.StartsWith("image/", StringComparison.Ordinal) && FileShelf.IsShownInPlace(file);

    /// <summary>Such as: PNG, 1.4 MB.</summary>
    [JsonIgnore]
    public string Kind => FileWords.KindOf(file);
}

internal static class FileWords
{
    public static string KindOf(StoredFile file) =>
        $"{Path.GetExtension(file.Name).TrimStart('.').ToUpperInvariant()}, {FileShelf.WordsFor(file.Size)}";
}
