using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Email;

/// <summary>Where a mail goes at this moment, and who it comes from.</summary>
/// <param name="FromAddress">The address that it comes from.</param>
/// <param name="FromName">Null: the site's name, whatever it is when the mail is sent.</param>
/// <param name="Smtp">The server; null when mails are written to a folder.</param>
/// <param name="PickupFolder">The folder; null when they are sent.</param>
internal sealed record MailRoute(string FromAddress, string? FromName, SmtpServer? Smtp, string? PickupFolder)
{
    /// <summary>Null when it is not said yet where mails go.</summary>
    public static MailRoute? Of(SiteSettings site, MailSettings settings, AppSettings app)
    {
        var from = site.Value(MailKeys.From);
        var name = site.Value(MailKeys.FromName) is { Length: > 0 } chosen ? chosen : null;
        if (site.Value(MailKeys.Transport) == MailKeys.Pickup)
        {
            return settings.PickupFolder is { } folder ? new MailRoute(from.Length > 0 ? from : $"help@{app.PublicUrl.IdnHost}", name, null, folder) : null;
        }

        var host = site.Value(MailKeys.Host);
        return from.Length == 0 || host.Length == 0 ? null : new MailRoute(from, name, SmtpServer.Of(host, site), null);
    }
}

/// <summary>The mail server that takes our mails.</summary>
internal sealed record SmtpServer(string Host, int Port, bool StartTls, string? User, string? Password)
{
    public static SmtpServer Of(string host, SiteSettings site)
    {
        var user = site.Value(MailKeys.User) is { Length: > 0 } given ? given : null;
        return new SmtpServer(
            host,
            site.Value(MailKeys.Port),
            site.Value(MailKeys.StartTls) == MailKeys.Required,
            user,
            user is null ? null : site.Value(MailKeys.Password));
    }
}

/// <summary>Finds the way that mails go, as the settings say it now.</summary>
internal sealed class MailRoutes(ISiteSettings site, MailSettings settings, AppSettings app)
{
    public const string NotSetUp = "Mail is not set up. Enter a mail server and the address that mails come from.";

    public async Task<MailRoute?> FindAsync(CancellationToken cancellationToken) =>
        MailRoute.Of(await site.GetAsync(cancellationToken), settings, app);
}
