using System.Buffers.Binary;

namespace Helpdesk.Platform.Files;

/// <summary>How many pixels a PNG, JPEG or WebP has, as its head says.</summary>
public sealed record PictureSize(int Width, int Height)
{
    /// <summary>Null when the bytes are none of these.</summary>
    public static PictureSize? TryRead(ReadOnlySpan<byte> picture)
    {
        if (picture.Length >= 30)
        {
            if (IsPng(picture))
            {
                return Of(BinaryPrimitives.ReadInt32BigEndian(picture[16..]), BinaryPrimitives.ReadInt32BigEndian(picture[20..]));
            }

            if (picture.StartsWith("RIFF"u8) && picture[8..12].SequenceEqual("WEBP"u8))
            {
                return OfWebP(picture);
            }

            if (picture[0] == 0xFF && picture[1] == 0xD8)
            {
                return OfJpeg(picture);
            }
        }

        return null;
    }

    private static bool IsPng(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && picture[12..16].SequenceEqual("IHDR"u8);

    private static PictureSize? OfWebP(ReadOnlySpan<byte> picture)
    {
        var chunk = picture[12..16];
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return Of(1 + Little24(picture[24..]), 1 + Little24(picture[27..]));
        }

        if (chunk.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(picture[21..]);
            return Of((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8 "u8)
            ? Of(BinaryPrimitives.ReadUInt16LittleEndian(picture[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(picture[28..]) & 0x3FFF)
            : null;
    }

    private static PictureSize? OfJpeg(ReadOnlySpan<byte> picture)
    {
        var at = 2;
        while (at + 9 < picture.Length && picture[at] == 0xFF)
        {
            var marker = picture[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Of(BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 5)..]));
            }

            at += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
        }

        return null;
    }

    private static PictureSize? Of(int width, int height) => width > 0 && height > 0 ? new PictureSize(width, height) : null;

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
