using System.Globalization;

namespace Helpdesk.Auth.MyData;

internal static class FileSizes
{
    private const int Step = 1_000;

    /// <summary>Such as "1.4 MB".</summary>
    public static string Of(long bytes) => bytes switch
    {
        < Step => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < Step * Step => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / (double)Step):0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / (Step * Step / 10.0)) / 10:0.#} MB"),
    };
}
