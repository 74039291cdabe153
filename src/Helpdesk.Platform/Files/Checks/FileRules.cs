using System.Globalization;

namespace Helpdesk.Platform.Files.Checks;

/// <summary>What can be said of a file before anybody has seen its bytes, and the words for it.</summary>
internal sealed class FileRules(FileLimits limits)
{
    public long LargestIn(FilePlace place) => place.LargestFile ?? limits.LargestFile;

    public int MostIn(FilePlace place) => place.MostFiles ?? limits.MostFiles;

    /// <summary>The kind of the file, or the sentence that says why it is not taken.</summary>
    public (FileKind? Kind, string? Why) Look(FilePlace place, string name, string contentType, long size)
    {
        if (FileKind.Of(name, place.Kinds) is not { } kind || FileName.HidesProgram(name))
        {
            return (null, $"{name} cannot be attached. Allowed: {FileKind.WordsFor(place.Kinds)}.");
        }

        if (!kind.IsCalled(contentType))
        {
            return (null, NotReally(name, kind));
        }

        if (size <= 0)
        {
            return (null, $"{name} is empty.");
        }

        return size > LargestIn(place)
            ? (null, $"{name} is {Bytes(size)}. The limit is {Bytes(LargestIn(place))}.")
            : (kind, null);
    }

    public static string NotReally(string name, FileKind kind) =>
        $"{name} is not really {Indefinite(kind)} {kind.Extension[1..].ToUpperInvariant()}. Save it again and retry.";

    /// <summary>"40 MB", as people say it.</summary>
    public static string Bytes(long size) => size switch
    {
        >= 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{size / (double)(1 << 30):0.#} GB"),
        >= 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{size / (double)(1 << 20):0.#} MB"),
        >= 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{size / (double)(1 << 10):0} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{size} bytes"),
    };

    // By how the letters are spoken: an MP3, an SVG, an XLSX, an ODT, an M4A, but a PDF.
    private static string Indefinite(FileKind kind) => kind.Extension[1] is 'm' or 's' or 'x' or 'o' or 'l' ? "an" : "a";
}
