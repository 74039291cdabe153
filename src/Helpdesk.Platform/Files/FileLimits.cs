using Helpdesk.Platform.Settings;

namespace Helpdesk.Platform.Files;

/// <summary>How big files may be and how many, as admins chose.</summary>
internal sealed record FileLimits
{
    public static readonly NumberSetting LargestMegabytes = new("files.largest-megabytes", 25, 1, 5_000)
    {
        Area = SettingArea.Files,
        Label = "Largest file",
        Unit = "MB",
        Help = "How big one file may be.",
    };

    public static readonly NumberSetting MostPerMessage = new("files.most-per-message", 10, 1, 100)
    {
        Area = SettingArea.Files,
        Label = "Files of one message",
        Unit = "files",
        Help = "How many may be added to one message.",
    };

    public static readonly NumberSetting DailyMegabytes = new("files.daily-megabytes-per-person", 1_000, 1, 1_000_000)
    {
        Area = SettingArea.Files,
        Label = "Files of one person in a day",
        Unit = "MB",
        Help = "How much one person may send in 24 hours.",
    };

    private const long MiB = 1 << 20;

    /// <summary>Bytes of one file.</summary>
    public required long LargestFile { get; init; }

    /// <summary>Files of one thing, such as a message.</summary>
    public required int MostFiles { get; init; }

    /// <summary>Bytes that one person may send in 24 hours.</summary>
    public required long DailyQuota { get; init; }

    public static FileLimits Of(SiteSettings site) => new()
    {
        LargestFile = site.Value(LargestMegabytes) * MiB,
        MostFiles = site.Value(MostPerMessage),
        DailyQuota = site.Value(DailyMegabytes) * MiB,
    };
}
