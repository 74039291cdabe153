namespace Helpdesk.KnowledgeBase.Extraction;

/// <summary>Reads the text of documents that anybody may have made; what they hold is never trusted.</summary>
internal sealed class DocumentText(PdfText pdf, WordText word)
{
    public async Task<TextOf> ReadAsync(DocumentKind kind, Stream document, CancellationToken cancellationToken)
    {
        if (kind == DocumentKind.Pdf)
        {
            return await pdf.ReadAsync(document, cancellationToken);
        }

        await using var seekable = await OnDiskAsync(document, cancellationToken);
        return await Task.Run(() => word.Read(seekable, cancellationToken), cancellationToken);
    }

    // The list of what is in a zip stands at its end, and a store far away gives a stream that only goes forward.
    private static async Task<Stream> OnDiskAsync(Stream document, CancellationToken cancellationToken)
    {
        if (document.CanSeek)
        {
            return document;
        }

        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), $"helpdesk-{Guid.NewGuid():N}"),
            new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous });
        await document.CopyToAsync(copy, cancellationToken);
        return copy;
    }
}

internal enum DocumentKind
{
    Pdf = 0,
    Docx = 1,
}

internal static class DocumentKinds
{
    /// <summary>Null for what is no document.</summary>
    public static DocumentKind? Of(string contentType) => contentType switch
    {
        "application/pdf" => DocumentKind.Pdf,
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => DocumentKind.Docx,
        _ => null,
    };
}
