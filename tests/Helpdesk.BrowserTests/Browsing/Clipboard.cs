using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>The clipboard is one for all browsers of the run, so one test at a time has it.</summary>
internal static class Clipboard
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Presses once what copies, and waits until these words are in the clipboard.</summary>
    public static async Task MustCopyAsync(this ILocator button, string words)
    {
        await Turn.WaitAsync();
        try
        {
            await button.ClickAsync();
            await Eventually.TrueAsync($"\"{words}\" is copied", async () => await button.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()") == words);
        }
        finally
        {
            Turn.Release();
        }
    }
}
