namespace Helpdesk.KnowledgeBase.Model;

/// <summary>Where a video that was not uploaded is played from.</summary>
internal static class VideoAddress
{
    public const string Demand = "Enter the address of the video, beginning with https://.";

    public static bool IsUsable(string? address) =>
        address is null
        || (address.Length <= ItemText.VideoUrlLength
            && Uri.TryCreate(address, UriKind.Absolute, out var url)
            && url.Scheme == Uri.UriSchemeHttps
            && url.UserInfo.Length == 0);
}
