using AngleSharp.Dom;

namespace Helpdesk.Platform.Markdown;

/// <summary>
/// Pictures. Only the product's own are shown in place: a remote one would tell its host who reads the message and when,
/// so it is offered as a link.
/// </summary>
internal static class PictureTag
{
    private const string ClassName = "remote-image";

    public static void Write(IElement element, HtmlTags tags)
    {
        string? address = element.GetAttribute("src");
        string alt = OneLine(element.GetAttribute("alt"));
        if (tags.CanShowOwnPicture(address))
        {
            tags.WriteOwnPicture(address!, alt);
            return;
        }

        // A mail address is no picture.
        bool leadsToPicture = address is not null && !address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        string? host = leadsToPicture ? LinkTarget.Authority(address).ToString() : null;
        tags.WriteLink(leadsToPicture ? address : null, ClassName, Words(alt, host));
    }

    public static string Words(string alt, string? place)
    {
        string picture = alt.Length == 0 ? "Picture" : "Picture: " + alt;
        return string.IsNullOrEmpty(place) ? picture : $"{picture} ({place})";
    }

    private static string OneLine(string? text)
    {
        return text is null ? "" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
