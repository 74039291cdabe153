namespace Helpdesk.Auth.Sessions;

/// <summary>Turns a user-agent header into words that a person knows, such as "Firefox on Windows".</summary>
internal static class DeviceNames
{
    private const int LongestProgram = 40;

    // Order matters: nearly every browser also claims to be Chrome and Safari.
    private static readonly (string Token, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"),
        ("OPR/", "Opera"), ("OPX/", "Opera"),
        ("Vivaldi/", "Vivaldi"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("YaBrowser/", "Yandex Browser"),
        ("DuckDuckGo/", "DuckDuckGo"), ("Ddg/", "DuckDuckGo"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Chromium/", "Chromium"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Token, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("Macintosh", "macOS"),
        ("FreeBSD", "FreeBSD"), ("OpenBSD", "OpenBSD"),
        ("Linux", "Linux"),
    ];

    public static string Describe(string userAgent)
    {
        var system = NameIn(userAgent, Systems);
        var browser = NameIn(userAgent, Browsers) ?? (userAgent.StartsWith("Mozilla/", StringComparison.Ordinal) ? null : Program(userAgent));
        return (browser, system) switch
        {
            (null, null) => "Unknown device",
            (null, not null) => $"Browser on {system}",
            (not null, null) => browser,
            _ => $"{browser} on {system}",
        };
    }

    private static string? NameIn(string userAgent, (string Token, string Name)[] known)
    {
        foreach (var (token, name) in known)
        {
            if (userAgent.Contains(token, StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The first product of a program's header, such as "curl" of "curl/8.5.0"; only letters and digits, for it is shown to people.</summary>
    private static string? Program(string userAgent)
    {
        var end = userAgent.AsSpan().IndexOfAny('/', ' ');
        var name = end < 0 ? userAgent : userAgent[..end];
        return name.Length is >= 1 and <= LongestProgram && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
            ? name
            : null;
    }
}
