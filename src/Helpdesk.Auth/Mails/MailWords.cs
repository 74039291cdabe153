using System.Globalization;
using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Mails;

internal static class MailWords
{
    /// <summary>The facts by which a person knows whether it was them.</summary>
    public static MailBlock WhenAndWhere(MailToCompose mail) => new MailBlock.Facts(
    [
        ("Device", mail.Text("device")),
        ("When", mail.Parameters.GetProperty("at").GetDateTimeOffset().ToUniversalTime().ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture)),
    ]);
}
