using System.IO.Compression;

namespace Helpdesk.KnowledgeBase.Extraction;

internal enum ZipFinding
{
    Sound = 0,
    Encrypted = 1,
    Bomb = 2,
}

/// <summary>
/// Looks at what a zip says of itself. The framework unpacks no entry beyond the size that it declares, so the declared sizes bound what
/// reading it can cost.
/// </summary>
internal static class ZipLook
{
    private const long LargestWhole = 300_000_000;
    private const int MostEntries = 10_000;

    // What Office writes around a document with a password is no zip but a compound file.
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0];

    private static ReadOnlySpan<byte> EntryMark => "PK\x01\x02"u8;

    public static ZipFinding At(Stream file, long largestEntry)
    {
        if (BeginsAsCompoundFile(file))
        {
            return ZipFinding.Encrypted;
        }

        // Each entry costs memory as soon as the list of them is read, so they are counted before.
        if (CountEntries(file) > MostEntries)
        {
            return ZipFinding.Bomb;
        }

        file.Position = 0;
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Any(entry => entry.IsEncrypted))
        {
            return ZipFinding.Encrypted;
        }

        return zip.Entries.Any(entry => entry.Length > largestEntry) || zip.Entries.Sum(entry => entry.Length) > LargestWhole
            ? ZipFinding.Bomb
            : ZipFinding.Sound;
    }

    private static bool BeginsAsCompoundFile(Stream file)
    {
        Span<byte> beginning = stackalloc byte[CompoundFile.Length];
        file.Position = 0;
        return file.ReadAtLeast(beginning, beginning.Length, throwOnEndOfStream: false) == beginning.Length
            && beginning.SequenceEqual(CompoundFile);
    }

    private static int CountEntries(Stream file)
    {
        var piece = new byte[81_920];
        var count = 0;
        var kept = 0;
        int read;
        file.Position = 0;
        while ((read = file.Read(piece, kept, piece.Length - kept)) > 0)
        {
            var seen = piece.AsSpan(0, kept + read);
            count += seen.Count(EntryMark);

            // A mark may lie across two pieces. No part of a mark is a mark, so nothing is counted twice.
            kept = Math.Min(EntryMark.Length - 1, seen.Length);
            seen[^kept..].CopyTo(piece);
        }

        return count;
    }
}
