using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>The text of a DOCX. It is a zip of XML, so both kinds of bombs are looked for before anything is unpacked.</summary>
internal sealed class WordText(TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private const string Locked = "The file is protected by a password.";
    private const string Broken = "The file cannot be read; it seems to be broken.";
    private const string TooLarge = "The file is far larger inside than a document needs to be.";
    private const string TooMuch = "The file needs too much time or memory to read.";

    private const int LargestPart = 50_000_000;
    private const int Deepest = 1_000;

    // How to read the little file in which a package says where its parts lie.
    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public TextOf Read(Stream docx, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return ZipLook.At(docx, LargestPart) switch
            {
                ZipFinding.Sound => ReadMainPart(docx, either.Token),
                ZipFinding.Encrypted => new TextOf.Refused(Locked),
                _ => new TextOf.Refused(TooLarge),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new TextOf.Later(TooMuch);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException)
        {
            return new TextOf.Refused(Broken);
        }
    }

    // The library's own way into a package refuses a whole document for one link that is no address, so its reader is given the part alone.
    private static TextOf ReadMainPart(Stream docx, CancellationToken cancellationToken)
    {
        docx.Position = 0;
        using var zip = new ZipArchive(docx, ZipArchiveMode.Read, leaveOpen: true);
        if (MainPart(zip) is not { } entry)
        {
            return new TextOf.Refused(Broken);
        }

        using var part = entry.Open();
        using var reader = new TypedOpenXmlPartReader(part);
        return ReadWords(reader, cancellationToken);
    }

    private static ZipArchiveEntry? MainPart(ZipArchive zip)
    {
        if (zip.GetEntry("_rels/.rels")?.Open() is not { } list)
        {
            return null;
        }

        using var relations = XmlReader.Create(list, Plain);
        while (relations.Read())
        {
            if (relations.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true)
            {
                return zip.GetEntry((relations.GetAttribute("Target") ?? "").TrimStart('/'));
            }
        }

        return null;
    }

    private static TextOf ReadWords(OpenXmlReader reader, CancellationToken cancellationToken)
    {
        var text = new TextKept();
        var depth = 0;
        var isFallback = false;
        while (!text.IsFull && reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            depth += reader.IsStartElement ? 1 : 0;
            if (depth > Deepest)
            {
                return new TextOf.Refused(TooLarge);
            }

            // A box is written twice: as new programs know it, and once more for old ones.
            if (reader.ElementType == typeof(AlternateContentFallback))
            {
                isFallback = reader.IsStartElement;
            }

            if (!isFallback)
            {
                text.Add(WordsAt(reader));
            }

            depth -= reader.IsEndElement ? 1 : 0;
        }

        return text.Close();
    }

    private static string WordsAt(OpenXmlReader reader) => reader switch
    {
        { IsStartElement: true } when reader.ElementType == typeof(Text) => reader.GetText(),
        { IsStartElement: true } when reader.ElementType == typeof(TabChar) => "\t",
        { IsEndElement: true } when reader.ElementType == typeof(Paragraph) || reader.ElementType == typeof(Break) => "\n",
        _ => "",
    };
}
