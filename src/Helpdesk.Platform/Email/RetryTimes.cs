namespace Helpdesk.Platform.Email;

/// <summary>When a mail that could not be sent is tried again: soon at first, for about a day in all.</summary>
internal static class RetryTimes
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(15),
    ];

    /// <summary>The wait after the given attempt (the first is 1). <paramref name="chance"/>, from 0 to 1, spreads mails that failed together over ± 20 %.</summary>
    public static TimeSpan After(int attempt, double chance) =>
        Waits[Math.Clamp(attempt, 1, Waits.Length) - 1] * (0.8 + (0.4 * chance));
}
