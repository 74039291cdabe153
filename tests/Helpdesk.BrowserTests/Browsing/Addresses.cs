using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>
/// Waits for where a page goes. Playwright's own wait for an address first looks and then begins to listen, and waits in vain for a page
/// that came in between: about once in a thousand waits.
/// </summary>
internal static class Addresses
{
    /// <summary>The page is at the address, in which ** stands for anything and * for anything but a slash, and has loaded.</summary>
    public static Task MustComeToAsync(this IPage page, string pattern) =>
        page.MustComeToAsync(new Regex($"^{Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal)}$"));

    public static async Task MustComeToAsync(this IPage page, Regex address)
    {
        await Expect(page).ToHaveURLAsync(address);
        await page.WaitForLoadStateAsync();
    }
}
