using Helpdesk.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Email;

internal enum TransportKind
{
    Smtp,
    Pickup,
}

/// <summary>How mails leave the house (section "Mail").</summary>
internal sealed record MailSettings
{
    public required TransportKind Transport { get; init; }

    public required string FromAddress { get; init; }

    /// <summary>Null: the site's name, whatever it is when the mail is sent.</summary>
    public required string? FromName { get; init; }

    /// <summary>There when the transport is SMTP.</summary>
    public required SmtpSettings? Smtp { get; init; }

    /// <summary>There when the transport is the pickup folder.</summary>
    public required string? PickupFolder { get; init; }

    /// <summary>Whether this instance sends, or leaves it to others.</summary>
    public required bool Drain { get; init; }

    public required TimeSpan Poll { get; init; }

    /// <summary>How long a claimed mail belongs to its drain; at least twice the time that sending may take.</summary>
    public required TimeSpan Lease { get; init; }

    /// <summary>How many mails are sent at once.</summary>
    public required int Parallelism { get; init; }

    public required int Attempts { get; init; }

    public required TimeSpan SendTimeout { get; init; }

    public static MailSettings Read(IConfiguration configuration, AppSettings app)
    {
        var section = new SettingsSection(configuration);
        var transport = section["Mail:Transport"] switch
        {
            null or "smtp" => TransportKind.Smtp,
            "pickup" => TransportKind.Pickup,
            var other => throw new SettingsException($"Mail__Transport is \"{other}\". It must be smtp or pickup."),
        };
        var timeout = section.Number("Mail:Smtp:TimeoutSeconds", standard: 20, least: 1, most: 60);
        var lease = section.Number("Mail:LeaseSeconds", standard: Math.Max(60, timeout * 2), least: 2, most: 3600);
        if (lease < timeout * 2)
        {
            // The client cannot be stopped while it waits for the server's last word; nobody else may send meanwhile.
            throw new SettingsException($"Mail__LeaseSeconds is {lease}. It must be at least twice Mail__Smtp__TimeoutSeconds, which is {timeout}.");
        }

        return new MailSettings
        {
            Transport = transport,
            Smtp = transport == TransportKind.Smtp ? SmtpSettings.Read(section) : null,
            PickupFolder = transport == TransportKind.Pickup
                ? Path.GetFullPath(section["Mail:PickupFolder"]
                    ?? throw new SettingsException("Mail__PickupFolder is not set. With Mail__Transport=pickup it names the folder that mails are written to."))
                : null,
            FromAddress = ReadFrom(section, transport, app),
            FromName = section["Mail:FromName"],
            Drain = section.Switch("Mail:Drain", standard: true),
            Poll = TimeSpan.FromSeconds(section.Number("Mail:PollSeconds", standard: 5, least: 1, most: 3600)),
            Lease = TimeSpan.FromSeconds(lease),
            SendTimeout = TimeSpan.FromSeconds(timeout),
            Parallelism = section.Number("Mail:Parallelism", standard: 4, least: 1, most: 64),
            Attempts = section.Number("Mail:Attempts", standard: 8, least: 1, most: 20),
        };
    }

    private static string ReadFrom(SettingsSection section, TransportKind transport, AppSettings app)
    {
        var text = section["Mail:From"];
        if (text is null)
        {
            return transport == TransportKind.Pickup
                ? $"help@{app.PublicUrl.IdnHost}"
                : throw new SettingsException("Mail__From is not set. It is the address that mails come from, such as help@example.com.");
        }

        return BareAddress.TryRead(text, "") is not null
            ? text
            : throw new SettingsException($"Mail__From is \"{text}\". It must be a bare address, such as help@example.com.");
    }
}

/// <summary>The mail server that takes our mails (section "Mail:Smtp").</summary>
internal sealed record SmtpSettings(string Host, int Port, bool StartTls, string? User, string? Password)
{
    public static SmtpSettings Read(SettingsSection section)
    {
        var host = section["Mail:Smtp:Host"]
            ?? throw new SettingsException("Mail__Smtp__Host is not set. It is the mail server's name, such as smtp.example.com (or set Mail__Transport=pickup).");
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw new SettingsException($"Mail__Smtp__Host is \"{host}\". It must be a name or an address without a port; the port is Mail__Smtp__Port.");
        }

        var startTls = section["Mail:Smtp:StartTls"] switch
        {
            null or "required" => true,
            "none" => false,
            var other => throw new SettingsException($"Mail__Smtp__StartTls is \"{other}\". It must be required or none."),
        };
        var (user, password) = (section["Mail:Smtp:User"], section["Mail:Smtp:Password"]);
        if (user is null != password is null)
        {
            var missing = user is null ? "Mail__Smtp__User" : "Mail__Smtp__Password";
            throw new SettingsException($"{missing} is not set. Mail__Smtp__User and Mail__Smtp__Password belong together.");
        }

        var port = section.Number("Mail:Smtp:Port", standard: 587, least: 1, most: 65535);
        if (port == 465)
        {
            throw new SettingsException("Mail__Smtp__Port is 465, where TLS begins without a word. Take the server's port for STARTTLS, mostly 587.");
        }

        return new SmtpSettings(host, port, startTls, user, password);
    }
}
