using System.IO.Compression;
using System.Text;

namespace Helpdesk.Platform.Files.Checks;

/// <summary>Looks into the table of contents of ZIP files. Nothing is unpacked but one short entry.</summary>
internal static class Archives
{
    // More than any document has; a table of contents is held in memory while it is read.
    private const int MostEntries = 20_000;

    private static readonly Dictionary<string, string> MainFolders = new() { [".docx"] = "word/", [".xlsx"] = "xl/", [".pptx"] = "ppt/" };

    public static bool IsArchive(Stream content) => Look(content, _ => true);

    /// <summary>Word, Excel and PowerPoint files, without macros.</summary>
    public static bool IsOpenXml(Stream content, string extension) => Look(content, archive =>
        archive.GetEntry("[Content_Types].xml") is not null
        && archive.Entries.Any(entry => entry.FullName.StartsWith(MainFolders[extension], StringComparison.Ordinal))
        && !archive.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)));

    public static bool IsOpenDocument(Stream content, string contentType) => Look(content, archive =>
        archive.GetEntry("mimetype") is { Length: < 256 } entry && Read(entry) == contentType);

    private static bool Look(Stream content, Func<ZipArchive, bool> holds)
    {
        content.Position = 0;
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count <= MostEntries && holds(archive);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
        // The declared length may lie; not more than it is read.
        var text = new char[entry.Length];
        return new string(text, 0, reader.ReadBlock(text)).Trim();
    }
}
