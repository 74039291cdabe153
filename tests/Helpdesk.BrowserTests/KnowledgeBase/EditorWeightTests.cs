using System.IO.Compression;
using System.Text.RegularExpressions;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The editor is heavy, for a page of this product; only those who write carry it.</summary>
public sealed class EditorWeightTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const int HeaviestKilobytes = 160;

    [Fact]
    public async Task The_scripts_of_a_page_with_the_editor_stay_within_their_weight()
    {
        using var web = new HttpClient { BaseAddress = site.Address };
        var weight = Compressed(await web.GetByteArrayAsync("/dist/editor.js")) + Compressed(await web.GetByteArrayAsync("/dist/workspace.js"));
        Assert.InRange(weight, 50 * 1_024, HeaviestKilobytes * 1_024);
    }

    [Fact]
    public async Task No_other_page_loads_the_editor()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        foreach (var url in new[] { "/", "/queue", ticket.Url, "/tickets/new", "/kb" })
        {
            var page = await site.OpenAsync(agent);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
            await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });
            await Expect(page.Locator("html")).ToHaveClassAsync(Scripted());
            Assert.Contains(asked, path => path.StartsWith("/dist/workspace.", StringComparison.Ordinal));
            Assert.DoesNotContain(asked, path => path.StartsWith("/dist/editor.", StringComparison.Ordinal));
        }
    }

    // As the files are sent once they are published.
    private static long Compressed(byte[] file)
    {
        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(file);
        }

        return small.Length;
    }

    private static Regex Scripted() => new("scripted");
}
