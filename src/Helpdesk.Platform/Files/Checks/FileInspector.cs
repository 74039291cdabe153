using System.Text;

namespace Helpdesk.Platform.Files.Checks;

/// <summary>Looks whether bytes are what the name says, and nothing else besides.</summary>
internal static class FileInspector
{
    private const int HeadLength = 4_096;

    // A ZIP ends with this record and a remark of up to 65,535 bytes; readers look for it from the end.
    private const int ZipTailLength = 65_535 + 22;

    private static readonly byte[][] PageStarts =
        [.. new[] { "<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<?php" }.Select(Encoding.ASCII.GetBytes)];

    public static async Task<bool> IsReallyAsync(FileKind kind, Stream content, CancellationToken cancellationToken)
    {
        var head = await ReadAsync(content, 0, HeadLength, cancellationToken);
        if (!FileShapes.Begins(kind, head))
        {
            return false;
        }

        switch (kind.Shape)
        {
            case FileShape.Text or FileShape.Svg or FileShape.WebVtt:
                return await FileShapes.IsTextAsync(content, cancellationToken);
            case FileShape.Zip:
                return Archives.IsArchive(content);
            case FileShape.OpenXml:
                return Archives.IsOpenXml(content, kind.Extension);
            case FileShape.OpenDocument:
                return Archives.IsOpenDocument(content, kind.ContentType);
            default:
                return !LooksLikePage(head)
                    && !(kind.Shape != FileShape.Pdf && head.AsSpan().IndexOf("%PDF-"u8) >= 0)
                    && !await EndsAsArchiveAsync(content, cancellationToken);
        }
    }

    internal static async Task<byte[]> ReadAsync(Stream content, long from, int most, CancellationToken cancellationToken)
    {
        content.Position = from;
        var bytes = new byte[(int)Math.Min(most, content.Length - from)];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    // A browser that guesses looks at the first kilobyte; nothing that is shown may begin to look like a page there.
    private static bool LooksLikePage(byte[] head)
    {
        var start = head.AsSpan(0, Math.Min(head.Length, 1_024)).ToArray();
        for (var i = 0; i < start.Length; i++)
        {
            start[i] = start[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)(start[i] + 32) : start[i];
        }

        return PageStarts.Any(page => start.AsSpan().IndexOf(page) >= 0);
    }

    // A picture with an archive behind it is both: programs that unpack read from the end.
    private static async Task<bool> EndsAsArchiveAsync(Stream content, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(content, Math.Max(0, content.Length - ZipTailLength), ZipTailLength, cancellationToken);
        for (var at = tail.AsSpan().LastIndexOf("PK\x05\x06"u8); at >= 0; at = tail.AsSpan(0, at).LastIndexOf("PK\x05\x06"u8))
        {
            if (at + 22 <= tail.Length && at + 22 + BitConverter.ToUInt16(tail, at + 20) == tail.Length)
            {
                return true;
            }
        }

        return false;
    }
}
