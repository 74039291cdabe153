namespace Helpdesk.Auth.SetUp;

internal static class SiteAddress
{
    /// <summary>Says when links in mails would lead elsewhere than where the browser is, or over an open line.</summary>
    public static string? Problem(Uri configured, string used)
    {
        if (!Uri.TryCreate(used, UriKind.Absolute, out var address)
            || Uri.Compare(configured, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            return $"Your browser uses {used}. Set App__PublicUrl to the address that people will use, and App__TrustedProxies if a proxy stands in between. Then start the helpdesk again.";
        }

        return configured.Scheme == Uri.UriSchemeHttps || configured.IsLoopback
            ? null
            : "This address is not https: what people type can be read on the way. Put a proxy with a certificate in front.";
    }
}
