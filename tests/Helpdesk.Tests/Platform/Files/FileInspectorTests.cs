using System.IO.Compression;
using System.Text;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Checks;

namespace Helpdesk.Tests.Platform.Files;

/// <summary>A file is what its name says, and nothing besides.</summary>
public sealed class FileInspectorTests
{
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly byte[] Pdf = Bytes("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0, .. "isomiso2"u8];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    public static TheoryData<string, byte[]> Honest => new()
    {
        { "a.png", Png },
        { "a.jpg", Jpeg },
        { "a.jpeg", Jpeg },
        { "a.gif", Bytes("GIF89a\u0001\0\u0001\0\0\0\0;") },
        { "a.webp", Bytes("RIFF\u0010\0\0\0WEBPVP8 ") },
        { "a.svg", Bytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>") },
        { "a.pdf", Pdf },
        { "a.zip", Zip(("readme.txt", "hello")) },
        { "a.zip", Zip() },
        { "a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>")) },
        { "a.xlsx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")) },
        { "a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.text")) },
        { "a.doc", Ole },
        { "a.txt", Bytes("plain words, <script>alert(1)</script> among them") },
        { "a.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a;b")] },
        { "a.vtt", Bytes("\u00EF\u00BB\u00BFWEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n") },
        { "a.mp3", Bytes("ID3\u0003\0\0\0\0\0\0") },
        { "a.wav", Bytes("RIFF\u0010\0\0\0WAVEfmt ") },
        { "a.ogg", Bytes("OggS\0") },
        { "a.mp4", Mp4 },
        { "a.mov", Mp4 },
        { "a.webm", [0x1A, 0x45, 0xDF, 0xA3, 1, 2, 3, 4] },
    };

    public static TheoryData<string, byte[]> Hostile => new()
    {
        // Another kind altogether.
        { "a.png", Pdf },
        { "a.pdf", Bytes("MZ this program cannot be run in DOS mode") },
        { "a.jpg", Bytes("<html><script>alert(1)</script></html>") },
        { "a.docx", Zip(("readme.txt", "no document at all")) },
        { "a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")) },
        { "a.odt", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")) },
        { "a.zip", Bytes("PK\u0003\u0004 but there is nothing behind it") },
        { "a.txt", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0] },
        { "a.svg", Bytes("<p>no drawing</p>") },
        { "a.vtt", Bytes("1\n00:00:00,000 --> 00:00:01,000\nHello.\n") },
        { "a.mp3", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "a.png", [] },
        // Two kinds in one.
        { "a.png", [.. Png, .. Zip(("evil.class", "x"))] },
        { "a.gif", [.. Bytes("GIF89a"), .. Bytes("/*<script>alert(1)</script>*/=1;")] },
        { "a.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 40, .. Bytes("<HTML><BODY onload=alert(1)>")] },
        { "a.pdf", [.. Pdf, .. Zip(("evil.jar", "x"))] },
        { "a.png", [.. Png[..33], .. Bytes("%PDF-1.7"), .. Png[33..]] },
        // A document that brings programs.
        { "a.docx", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<document/>"), ("word/vbaProject.bin", "x")) },
    };

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task An_honest_file_passes(string name, byte[] bytes) => Assert.True(await IsReallyAsync(name, bytes));

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_file_that_pretends_does_not(string name, byte[] bytes) => Assert.False(await IsReallyAsync(name, bytes));

    [Fact]
    public async Task An_archive_with_too_many_entries_is_not_looked_into() =>
        Assert.False(await IsReallyAsync("a.zip", Zip([.. Enumerable.Range(0, 20_001).Select(number => ($"{number}", ""))])));

    private static async Task<bool> IsReallyAsync(string name, byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        return await FileInspector.IsReallyAsync(FileKind.Of(name, FileKinds.All | FileKinds.Captions)!, content, CancellationToken.None);
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Bytes(content));
            }
        }

        return stream.ToArray();
    }
}
