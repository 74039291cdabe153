using System.Text.RegularExpressions;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>A player of another site that may stand in the page once its reader asks for it. Every other address is only a link.</summary>
internal sealed partial record VideoEmbed(string Site, Uri Player)
{
    public static VideoEmbed? Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        return url.Host switch
        {
            "youtu.be" => YouTube(url.AbsolutePath.TrimStart('/')),
            "www.youtube.com" or "youtube.com" or "m.youtube.com" or "www.youtube-nocookie.com" =>
                YouTube(OnYouTube().Match(url.PathAndQuery) is { Success: true } found ? found.Groups["id"].Value : ""),
            "vimeo.com" or "www.vimeo.com" or "player.vimeo.com" => OnVimeo().Match(url.AbsolutePath) is { Success: true } found
                ? new VideoEmbed("Vimeo", new Uri($"https://player.vimeo.com/video/{found.Groups["id"].Value}?dnt=1&autoplay=1"))
                : null,
            _ => null,
        };
    }

    private static VideoEmbed? YouTube(string id) => YouTubeId().IsMatch(id)
        ? new VideoEmbed("YouTube", new Uri($"https://www.youtube-nocookie.com/embed/{id}?autoplay=1"))
        : null;

    [GeneratedRegex("^[A-Za-z0-9_-]{11}$")]
    private static partial Regex YouTubeId();

    [GeneratedRegex("^/(?:watch\\?(?:.*&)?v=|embed/|shorts/|live/)(?<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])")]
    private static partial Regex OnYouTube();

    [GeneratedRegex("^/(?:video/)?(?<id>\\d{1,12})(?:/|$)")]
    private static partial Regex OnVimeo();
}
