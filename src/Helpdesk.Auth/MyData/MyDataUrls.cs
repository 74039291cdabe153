namespace Helpdesk.Auth.MyData;

/// <summary>Where a person sees what we keep about them and what they can do about it.</summary>
internal static class MyDataUrls
{
    public const string Page = "/account/data";

    /// <summary>Asks who one is, then leads back to the page.</summary>
    public const string Confirm = "/account/confirm?returnUrl=%2Faccount%2Fdata";

    public static string Download(Guid exportId) => $"{Page}/export/{exportId}";
}
