namespace Helpdesk.Platform.Ui;

/// <summary>What a page that everybody may read says of itself to search engines and where its address is shared.</summary>
/// <param name="Description">What is on it, in a sentence.</param>
/// <param name="Url">The one address that it has.</param>
/// <param name="Kind">In the words of Open Graph.</param>
public sealed record PageMeta(string Description, Uri Url, string Kind = "website");
