using Microsoft.Net.Http.Headers;

namespace Helpdesk.Platform.Files.Serving;

/// <summary>Writes the header of RFC 6266: a plain name for old readers and the true one in RFC 5987.</summary>
internal static class ContentDisposition
{
    public static string Of(string name, bool isShownInPlace)
    {
        var header = new ContentDispositionHeaderValue(isShownInPlace ? "inline" : "attachment");
        header.SetHttpFileName(name);
        return header.ToString();
    }
}
