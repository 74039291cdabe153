using System.Buffers;
using System.Text;

namespace Helpdesk.Platform.Files.Checks;

/// <summary>How each kind of file begins, and what makes a text.</summary>
internal static class FileShapes
{
    public static bool Begins(FileKind kind, ReadOnlySpan<byte> head) => kind.Shape switch
    {
        FileShape.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        FileShape.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        FileShape.Gif => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        FileShape.WebP => IsRiff(head, "WEBP"u8),
        FileShape.Wav => IsRiff(head, "WAVE"u8),
        FileShape.Svg => Encoding.UTF8.GetString(head).Contains("<svg", StringComparison.OrdinalIgnoreCase),
        FileShape.Pdf => head.StartsWith("%PDF-"u8),
        FileShape.Zip or FileShape.OpenXml or FileShape.OpenDocument => head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8),
        FileShape.OldOffice => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        FileShape.Mp3 => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE0) == 0xE0 && (head[1] & 0x06) != 0),
        FileShape.Ogg => head.StartsWith("OggS"u8),
        FileShape.IsoMedia => head.Length > 12 && head[4..8].SequenceEqual("ftyp"u8),
        FileShape.Matroska => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]),
        FileShape.WebVtt => (head.StartsWith(Encoding.UTF8.Preamble) ? head[Encoding.UTF8.Preamble.Length..] : head).StartsWith("WEBVTT"u8),
        FileShape.Text => true,
        _ => throw new InvalidOperationException($"Nobody knows how {kind.Shape} begins."),
    };

    /// <summary>Whether a program would show it as text: no zero bytes, unless it says that it has two for each character.</summary>
    public static async Task<bool> IsTextAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            var isFirst = true;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                var piece = buffer.AsSpan(0, read);
                if (isFirst && IsWide(piece))
                {
                    return true;
                }

                if (piece.Contains((byte)0))
                {
                    return false;
                }

                isFirst = false;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static bool IsWide(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual(form);
}
