using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>Looks at a page with axe, in both themes, and wants nothing to be found.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task MustFindNothingAsync(this IPage page, string what)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            var result = await page.RunAxe(Options);
            Assert.True(
                result.Violations.Length == 0,
                $"{what}, {scheme}: " + string.Join('\n', result.Violations.Select(found =>
                    $"{found.Id}: {found.Help}\n  {string.Join("\n  ", found.Nodes.Select(node => node.Html))}")));
        }
    }

    /// <summary>Nothing may stick out sideways on the narrowest screen that counts.</summary>
    public static async Task MustFitAsync(this IPage page, string what)
    {
        var widths = await page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.True(widths[0] <= widths[1], $"{what}: the page is {widths[0]} px wide on a screen of {widths[1]} px.");
    }
}
