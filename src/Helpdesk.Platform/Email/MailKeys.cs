using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Email;

/// <summary>Where mails go, as admins choose it.</summary>
internal static class MailKeys
{
    public const string Pickup = "pickup";
    public const string Required = "required";

    public static readonly ChoiceSetting Transport = new("mail.transport", "smtp", [new("smtp", "A mail server (SMTP)"), new(Pickup, "A folder, for trials: nobody gets them")])
    {
        Area = SettingArea.Mail,
        Label = "Mails go to",
        Help = "The folder is the one that Mail__PickupFolder names in the environment.",
    };

    public static readonly TextSetting From = new("mail.from", "", 320)
    {
        Area = SettingArea.Mail,
        Label = "From",
        Help = "The address that mails come from. Without it, and without a server, mails wait.",
        Also = text => text.Length == 0 || BareAddress.TryRead(text, "") is not null ? null : "a bare address, such as help@example.com",
    };

    public static readonly TextSetting FromName = new("mail.from-name", "", 100)
    {
        Area = SettingArea.Mail,
        Label = "Name beside it",
        Help = "Empty: the name of the site.",
    };

    public static readonly TextSetting Host = new("mail.smtp.host", "", 255)
    {
        Area = SettingArea.Mail,
        Label = "Mail server",
        Help = "Its name, such as smtp.example.com.",
        Also = text => text.Length == 0 || Uri.CheckHostName(text) != UriHostNameType.Unknown ? null : "a name or an address without a port",
    };

    public static readonly NumberSetting Port = new("mail.smtp.port", 587, 1, 65_535)
    {
        Area = SettingArea.Mail,
        Label = "Port",
        Help = "The server’s port for STARTTLS, mostly 587.",
        Also = text => text == "465" ? "another port than 465, where TLS begins without a word; the port for STARTTLS is mostly 587" : null,
    };

    public static readonly ChoiceSetting StartTls = new("mail.smtp.start-tls", Required, [new(Required, "Required"), new("none", "None: only on the same machine or network")])
    {
        Area = SettingArea.Mail,
        Label = "Encryption (STARTTLS)",
        Help = "Required: no mail leaves without it.",
    };

    public static readonly TextSetting User = new("mail.smtp.user", "", 320)
    {
        Area = SettingArea.Mail,
        Label = "User",
        Help = "Empty where the server asks for none.",
    };

    public static readonly SecretSetting Password = new("mail.smtp.password")
    {
        Area = SettingArea.Mail,
        Label = "Password",
        Help = "It is kept encrypted and never shown.",
        For = [Host, Port, StartTls],
    };

    public static readonly IReadOnlyList<SettingKey> All = [Transport, From, FromName, Host, Port, StartTls, User, Password];
}

/// <summary>What belongs together.</summary>
internal sealed class MailRule(MailSettings mail) : ISettingRule
{
    public IEnumerable<(SettingKey Key, string Sentence)> Broken(SiteSettings wanted)
    {
        if (wanted.Value(MailKeys.Transport) == MailKeys.Pickup && mail.PickupFolder is null)
        {
            yield return (MailKeys.Transport, "No folder is named: set Mail__PickupFolder in the environment first.");
        }

        if (wanted.Value(MailKeys.User).Length > 0 && wanted.Value(MailKeys.Password).Length == 0)
        {
            yield return (MailKeys.Password, "Enter the password of this user.");
        }
    }
}
