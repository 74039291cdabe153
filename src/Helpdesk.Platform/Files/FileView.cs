using System.Text.Json.Serialization;

namespace Helpdesk.Platform.Files;

/// <summary>The contract's Attachment. Its address is signed only when somebody asks for it.</summary>
public class FileView(StoredFile file, FileShelf shelf)
{
    public Guid Id => file.Id;

    public string Filename => file.Name;

    /// <summary>In bytes.</summary>
    public long Size => file.Size;

    public string ContentType => file.ContentType;

    public DateTimeOffset CreatedAt => file.CreatedAt;

    /// <summary>Signed, good for five minutes; null while the file is being checked for viruses.</summary>
    public string? DownloadUrl => shelf.AddressOf(file).Value;

    [JsonIgnore]
    public bool IsReady => file.State == FileState.Ready;

    /// <summary>Such as: PNG, 1.4 MB.</summary>
    [JsonIgnore]
    public string Kind => KindOf(file);

    /// <summary>Such as: PNG, 1.4 MB.</summary>
    public static string KindOf(StoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return $"{Path.GetExtension(file.Name).TrimStart('.').ToUpperInvariant()}, {FileShelf.WordsFor(file.Size)}";
    }
}
