using Helpdesk.Platform.Files.Stores;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>What a page may load, and from where: this site, and the file store when browsers reach it elsewhere.</summary>
internal sealed class PageRules(S3FileStore? store = null)
{
    public string ContentSecurityPolicy { get; } = Write(store is null ? "" : " " + store.Origin);

    /// <summary>The same, with frames of one other site.</summary>
    public string WithFramesOf(string origin) => ContentSecurityPolicy.Replace("frame-src 'self'", $"frame-src 'self' {origin}", StringComparison.Ordinal);

    private static string Write(string files) =>
        $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:{files}; media-src 'self'{files}; frame-src 'self'{files}; "
        + $"font-src 'self'; connect-src 'self'{files}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";
}
