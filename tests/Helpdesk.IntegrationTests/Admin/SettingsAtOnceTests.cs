using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>Administrators who change settings at the same time neither undo nor stop each other.</summary>
public sealed class SettingsAtOnceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Two_who_change_different_settings_of_a_page_both_get_theirs()
    {
        var (browser, url) = (site.Browser(await site.AdminAsync()), "/admin/settings/tickets");
        var seen = await browser.PageAsync(url);
        using var first = await browser.SubmitAsync(url, ".settings", ("tickets.remind-after-days", "6"), ("tickets.employees-may-set-priority", "false"));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        // What they did not touch is shown as it is now, also beside a sentence.
        using var wrong = await browser.SubmitAsync(seen, url, ".settings", ("tickets.close-resolved-after-days", "soon"));
        var told = await wrong.PageAsync();
        Assert.Equal("6", told.QuerySelector("[name='tickets.remind-after-days']")!.GetAttribute("value"));
        using var second = await browser.SubmitAsync(told, url, ".settings", ("tickets.close-resolved-after-days", "12"));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        using var third = await browser.SubmitAsync(seen, url, ".settings", ("tickets.resolve-unanswered-after-days", "9"));
        var page = await (await browser.GetAsync(url)).PageAsync();
        string? Now(string name) => page.QuerySelector($"[name='tickets.{name}-days']")!.GetAttribute("value");
        Assert.Equal(("6", "9", "12"), (Now("remind-after"), Now("resolve-unanswered-after"), Now("close-resolved-after")));
        Assert.False(page.QuerySelector("[type=checkbox][name='tickets.employees-may-set-priority']")!.HasAttribute("checked"));
        using var back = await PatchAsync(await site.AdminAsync(), new Dictionary<string, object?>
        {
            ["tickets.remind-after-days"] = null,
            ["tickets.resolve-unanswered-after-days"] = null,
            ["tickets.close-resolved-after-days"] = null,
            ["tickets.employees-may-set-priority"] = null,
        });
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
    }

    [Fact]
    public async Task Many_who_choose_and_take_back_one_setting_at_once_are_all_served()
    {
        var admin = await site.AdminAsync();
        for (var round = 0; round < 3; round++)
        {
            foreach (var value in new object?[] { 11, null })
            {
                var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
                {
                    using var answer = await PatchAsync(admin, new Dictionary<string, object?> { ["privacy.read-news-kept-days"] = value });
                    return answer.StatusCode;
                }));
                Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
            }
        }

        Assert.Equal(6, (await site.LinesAsync()).Count(line => line.SubjectId == "privacy.read-news-kept-days"));
    }

    private async Task<HttpResponseMessage> PatchAsync(Person admin, Dictionary<string, object?> values) =>
        await site.Api(admin).PatchAsJsonAsync("/api/v1/admin/settings", new { values });
}
