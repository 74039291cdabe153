namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>Reads the text of documents that anybody may have made; what they hold is never trusted.</summary>
internal sealed class DocumentText(PdfText pdf, WordText word)
{
    /// <summary>Takes a seekable stream, from its beginning.</summary>
    public Task<TextOf> ReadAsync(DocumentKind kind, Stream document, CancellationToken cancellationToken) => kind switch
    {
        DocumentKind.Pdf => pdf.ReadAsync(document, cancellationToken),
        _ => Task.Run(() => word.Read(document, cancellationToken), cancellationToken),
    };
}

internal enum DocumentKind
{
    Pdf = 0,
    Docx = 1,
}
