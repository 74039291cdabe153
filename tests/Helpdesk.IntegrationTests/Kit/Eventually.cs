using System.Diagnostics;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Waits for what must come true, and says what it waited for when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task TrueAsync(string what, Func<Task<bool>> condition, int seconds = 90)
    {
        var since = Stopwatch.StartNew();
        while (!await condition())
        {
            Assert.True(since.Elapsed < TimeSpan.FromSeconds(seconds), $"After {seconds} s it is still not true that {what}.");
            await Task.Delay(Pause);
        }
    }

    public static Task TrueAsync(string what, Func<bool> condition, int seconds = 90) =>
        TrueAsync(what, () => Task.FromResult(condition()), seconds);
}
