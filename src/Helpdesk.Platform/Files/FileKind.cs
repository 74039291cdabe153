namespace Helpdesk.Platform.Files;

/// <summary>Groups of kinds that a place may take.</summary>
[Flags]
public enum FileKinds
{
    None = 0,
    Pictures = 1,
    Drawings = 2,
    Pdf = 4,
    Word = 8,
    Office = 16,
    Text = 32,
    Archives = 64,
    Audio = 128,
    Video = 256,
    Captions = 512,

    /// <summary>Everything that may be attached.</summary>
    All = Pictures | Drawings | Pdf | Word | Office | Text | Archives | Audio | Video,
}

/// <summary>How the first bytes of a kind are told.</summary>
internal enum FileShape
{
    Png,
    Jpeg,
    Gif,
    WebP,
    Svg,
    Pdf,
    Zip,
    OpenXml,
    OpenDocument,
    OldOffice,
    Text,
    WebVtt,
    Mp3,
    Wav,
    Ogg,
    IsoMedia,
    Matroska,
}

/// <summary>A kind of file that may be kept: told by its extension, which must agree with its bytes.</summary>
/// <param name="Extension">With its dot, in small letters.</param>
/// <param name="ContentType">What it is served as, whatever the sender called it.</param>
/// <param name="Group">What a place must take for it.</param>
/// <param name="Shape">What its bytes look like.</param>
/// <param name="Also">Other names that browsers give the type.</param>
internal sealed record FileKind(string Extension, string ContentType, FileKinds Group, FileShape Shape, params string[] Also)
{
    private static readonly Dictionary<string, FileKind> Known = new FileKind[]
    {
        new(".png", "image/png", FileKinds.Pictures, FileShape.Png),
        new(".jpg", "image/jpeg", FileKinds.Pictures, FileShape.Jpeg, "image/jpg", "image/pjpeg"),
        new(".jpeg", "image/jpeg", FileKinds.Pictures, FileShape.Jpeg, "image/jpg", "image/pjpeg"),
        new(".gif", "image/gif", FileKinds.Pictures, FileShape.Gif),
        new(".webp", "image/webp", FileKinds.Pictures, FileShape.WebP),
        new(".svg", "image/svg+xml", FileKinds.Drawings, FileShape.Svg),
        new(".pdf", "application/pdf", FileKinds.Pdf, FileShape.Pdf, "application/x-pdf"),
        new(".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", FileKinds.Word, FileShape.OpenXml),
        new(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FileKinds.Office, FileShape.OpenXml),
        new(".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", FileKinds.Office, FileShape.OpenXml),
        new(".odt", "application/vnd.oasis.opendocument.text", FileKinds.Office, FileShape.OpenDocument),
        new(".ods", "application/vnd.oasis.opendocument.spreadsheet", FileKinds.Office, FileShape.OpenDocument),
        new(".odp", "application/vnd.oasis.opendocument.presentation", FileKinds.Office, FileShape.OpenDocument),
        new(".doc", "application/msword", FileKinds.Office, FileShape.OldOffice),
        new(".xls", "application/vnd.ms-excel", FileKinds.Office, FileShape.OldOffice),
        new(".ppt", "application/vnd.ms-powerpoint", FileKinds.Office, FileShape.OldOffice),
        new(".txt", "text/plain", FileKinds.Text, FileShape.Text),
        new(".log", "text/plain", FileKinds.Text, FileShape.Text, "text/x-log"),
        new(".md", "text/markdown", FileKinds.Text, FileShape.Text, "text/plain", "text/x-markdown"),
        new(".csv", "text/csv", FileKinds.Text, FileShape.Text, "text/plain", "application/csv", "application/vnd.ms-excel"),
        new(".json", "application/json", FileKinds.Text, FileShape.Text, "text/plain", "text/json"),
        new(".zip", "application/zip", FileKinds.Archives, FileShape.Zip, "application/x-zip-compressed", "application/x-zip"),
        new(".mp3", "audio/mpeg", FileKinds.Audio, FileShape.Mp3, "audio/mp3"),
        new(".wav", "audio/wav", FileKinds.Audio, FileShape.Wav, "audio/x-wav", "audio/wave", "audio/vnd.wave"),
        new(".ogg", "audio/ogg", FileKinds.Audio, FileShape.Ogg, "application/ogg", "video/ogg"),
        new(".m4a", "audio/mp4", FileKinds.Audio, FileShape.IsoMedia, "audio/x-m4a", "audio/m4a"),
        new(".mp4", "video/mp4", FileKinds.Video, FileShape.IsoMedia),
        new(".mov", "video/quicktime", FileKinds.Video, FileShape.IsoMedia),
        new(".vtt", "text/vtt", FileKinds.Captions, FileShape.WebVtt, "text/plain"),
        new(".webm", "video/webm", FileKinds.Video, FileShape.Matroska, "audio/webm"),
    }.ToDictionary(kind => kind.Extension);

    /// <summary>Only what a browser shows without running anything in it.</summary>
    private const FileKinds ShownInPlace = FileKinds.Pictures | FileKinds.Pdf | FileKinds.Audio | FileKinds.Video;

    private static readonly HashSet<string> TypesShownInPlace =
        [.. Known.Values.Where(kind => (kind.Group & ShownInPlace) != 0).Select(kind => kind.ContentType)];

    private static readonly (FileKinds Group, string Word)[] Words =
    [
        (FileKinds.Pictures, "pictures"),
        (FileKinds.Drawings, "SVG"),
        (FileKinds.Pdf, "PDF"),
        (FileKinds.Word, "Word"),
        (FileKinds.Office, "Office"),
        (FileKinds.Text, "text"),
        (FileKinds.Archives, "zip"),
        (FileKinds.Audio, "audio"),
        (FileKinds.Video, "video"),
        (FileKinds.Captions, "WebVTT"),
    ];

    public static FileKind? Of(string name, FileKinds taken) =>
        Known.TryGetValue(Path.GetExtension(name).ToLowerInvariant(), out var kind) && taken.HasFlag(kind.Group) ? kind : null;

    /// <summary>Whether a browser may show it instead of saving it.</summary>
    public static bool IsShownInPlace(string contentType) => TypesShownInPlace.Contains(contentType);

    /// <summary>The endings of what a place takes, for the "accept" of a file field.</summary>
    public static IEnumerable<string> ExtensionsOf(FileKinds taken) =>
        Known.Values.Where(kind => taken.HasFlag(kind.Group)).Select(kind => kind.Extension);

    /// <summary>"pictures, PDF, Office, text, zip".</summary>
    public static string WordsFor(FileKinds taken) =>
        string.Join(", ", Words.Where(pair => taken.HasFlag(pair.Group)).Select(pair => pair.Word));

    /// <summary>What the sender calls the type says nothing about the bytes, but must not contradict the name.</summary>
    public bool IsCalled(string contentType)
    {
        var type = contentType.Split(';')[0].Trim();
        return type.Length == 0
            || type.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase)
            || type.Equals(ContentType, StringComparison.OrdinalIgnoreCase)
            || Also.Contains(type, StringComparer.OrdinalIgnoreCase);
    }
}
