using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Settings;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>The language whose forms of words the search knows, chosen while there are texts already.</summary>
public sealed class LanguageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Another_language_is_taught_and_all_words_are_gathered_anew()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Häuser heizen", "Warme Zimmer."));
        var ticket = await site.Api(reader).OpenAsync("Kalte Häuser", "In den Zimmern friert man.");
        await LearnAsync();
        Assert.Empty((await site.SearchItemsAsync(reader, "q=haus&exact=true")).Slugs());

        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(WordLanguage.Setting, "german", null, CancellationToken.None));
        // The site's own clock may be at it, and then it is the one that learns.
        await Eventually.TrueAsync("the words are German ones", async () =>
        {
            await LearnAsync();
            return (await site.SearchItemsAsync(reader, "q=haus&exact=true")).Slugs().SequenceEqual([item.Slug]);
        });
        Assert.Equal(ticket.Number(), (await site.Api(reader).JsonAsync("/api/v1/search?q=haus&exact=true")).GetProperty("tickets").GetProperty("items")[0].Number());
        Assert.Equal([item.Slug], (await site.SearchItemsAsync(reader, "q=warmes+zimmer&exact=true")).Slugs());
    }

    private Task LearnAsync() => site.WithAsync<ChangeLanguage>(async language =>
    {
        while (await language.DoNextAsync(CancellationToken.None))
        {
        }
    });
}
