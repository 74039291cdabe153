using System.Text.Json.Serialization;
using Helpdesk.Platform.Files;

namespace Helpdesk.Tickets.Attach;

/// <summary>A file of a message or note.</summary>
internal sealed class AttachmentView(StoredFile file, Guid shownOn, FileShelf shelf) : FileView(file, shelf)
{
    public static IReadOnlyList<AttachmentView> All(IEnumerable<StoredFile> files, Guid shownOn, FileShelf shelf) =>
        [.. files.Select(file => new AttachmentView(file, shownOn, shelf))];

    /// <summary>The page that looks at the reader's rights and leads on.</summary>
    [JsonIgnore]
    public string Url => $"/tickets/{shownOn}/attachments/{Id}";

    [JsonIgnore]
    public bool IsPicture { get; } = file.State == FileState.Ready
        && file.ContentType.StartsWith("image/", StringComparison.Ordinal) && FileShelf.IsShownInPlace(file);
}
