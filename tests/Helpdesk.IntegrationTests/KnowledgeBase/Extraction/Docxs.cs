using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

/// <summary>DOCX files made by hand, sound and otherwise.</summary>
internal static class Docxs
{
    private const string Types =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        </Types>
        """;

    private const string Relations =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """;

    /// <summary>A document of the given XML between the tags of its body.</summary>
    public static MemoryStream Holding(string body, string prologue = "", string? links = null) => Zip(zip =>
    {
        AddFrame(zip);
        if (links is not null)
        {
            Add(zip, "word/_rels/document.xml.rels", links);
        }

        Add(zip, "word/document.xml", $"""<?xml version="1.0"?>{prologue}<w:document {Spaces}><w:body>{body}</w:body></w:document>""");
    });

    /// <summary>A document whose main part is made of a great many equal pieces.</summary>
    public static MemoryStream Repeating(string piece, int times) => Zip(zip =>
    {
        AddFrame(zip);
        using var part = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
        part.Write($"<w:document {Spaces}><w:body>");
        for (var i = 0; i < times; i++)
        {
            part.Write(piece);
        }

        part.Write("</w:body></w:document>");
    });

    public static MemoryStream WithManyEntries(int count) => Zip(zip =>
    {
        AddFrame(zip);
        for (var i = 0; i < count; i++)
        {
            zip.CreateEntry($"word/{i}.xml");
        }
    });

    /// <summary>Writes a false size of the last entry, the main part, into the zip's directory.</summary>
    public static void DeclareSize(MemoryStream docx, int size)
    {
        var file = docx.GetBuffer().AsSpan(0, (int)docx.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file[(file.LastIndexOf("PK\x01\x02"u8) + 24)..], size);
    }

    private static string Spaces =>
        """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        """;

    private static void AddFrame(ZipArchive zip)
    {
        Add(zip, "[Content_Types].xml", Types);
        Add(zip, "_rels/.rels", Relations);
    }

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private static MemoryStream Zip(Action<ZipArchive> fill)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        file.Position = 0;
        return file;
    }
}
