using Helpdesk.Platform.Settings;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Platform.Email;

/// <summary>How an instance sends (section "Mail"). Where mails go is chosen while we run: <see cref="MailRoute"/>.</summary>
internal sealed record MailSettings
{
    /// <summary>Null when none is named; then mails cannot be written to a folder.</summary>
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

    public static MailSettings Read(IConfiguration configuration)
    {
        var section = new SettingsSection(configuration);
        var timeout = section.Number("Mail:Smtp:TimeoutSeconds", standard: 20, least: 1, most: 60);
        var lease = section.Number("Mail:LeaseSeconds", standard: Math.Max(60, timeout * 2), least: 2, most: 3600);
        if (lease < timeout * 2)
        {
            // The client cannot be stopped while it waits for the server's last word; nobody else may send meanwhile.
            throw new SettingsException($"Mail__LeaseSeconds is {lease}. It must be at least twice Mail__Smtp__TimeoutSeconds, which is {timeout}.");
        }

        var folder = section["Mail:PickupFolder"];
        if (folder is null && section[MailKeys.Transport.ConfigurationKey] == MailKeys.Pickup)
        {
            throw new SettingsException("Mail__PickupFolder is not set. With Mail__Transport=pickup it names the folder that mails are written to.");
        }

        return new MailSettings
        {
            PickupFolder = folder is null ? null : Path.GetFullPath(folder),
            Drain = section.Switch("Mail:Drain", standard: true),
            Poll = TimeSpan.FromSeconds(section.Number("Mail:PollSeconds", standard: 5, least: 1, most: 3600)),
            Lease = TimeSpan.FromSeconds(lease),
            SendTimeout = TimeSpan.FromSeconds(timeout),
            Parallelism = section.Number("Mail:Parallelism", standard: 4, least: 1, most: 64),
            Attempts = section.Number("Mail:Attempts", standard: 8, least: 1, most: 20),
        };
    }
}
