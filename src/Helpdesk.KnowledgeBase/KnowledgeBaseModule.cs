using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Deflect;
using Helpdesk.KnowledgeBase.Demo;
using Helpdesk.KnowledgeBase.ForTickets;
using Helpdesk.KnowledgeBase.GiveFeedback;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.KnowledgeBase.Readership;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.KnowledgeBase.RecordSearches;
using Helpdesk.KnowledgeBase.Samples;
using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.KnowledgeBase.ShowHome;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.KnowledgeBase.Sitemap;
using Helpdesk.KnowledgeBase.SuggestItems;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Demo;
using Helpdesk.Platform.Samples;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Ui;
using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.KnowledgeBase;

/// <summary>Items that answer questions before they become tickets.</summary>
public static class KnowledgeBaseModule
{
    public static IServiceCollection AddKnowledgeBase(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<KnowledgeBaseDbContext>(KnowledgeBaseDbContext.Schema)
        .AddScoped<IKnowledgeBaseItems, KnowledgeBaseItems>()
        .AddScoped<IDemoData, DemoItems>().AddScoped<ISamples, SampleArticles>()
        .AddSingleton(new PlaceLink("Knowledge base", KnowledgeBaseUrls.Home, Policy.SignedIn, Order: 4, "articles help"))
        .AddReading()
        .AddCurating();

    /// <summary>What can be done by whoever is signed in.</summary>
    public static void MapKnowledgeBase(this IEndpointRouteBuilder api)
    {
        api.MapGiveFeedback();
        api.MapDeflect();
        api.MapCurating();
    }

    /// <summary>What is read, without signing in where an admin chose so.</summary>
    public static void MapKnowledgeBaseReading(this IEndpointRouteBuilder api)
    {
        api.MapSearchItems();
        api.MapShowHome();
        api.MapShowItem();
        api.MapSuggestItems();
        api.MapReadFiles();
    }

    /// <summary>Files beside the API.</summary>
    public static void MapKnowledgeBaseSite(this IEndpointRouteBuilder site) => site.MapSitemap();

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddMemoryCache()
        .AddReaderRule()
        .AddReadingCache()
        .AddScoped<SearchItemsHandler>().AddScoped<ItemFinder>().AddScoped<ItemExcerpts>().AddSingleton<ItemPlaces>().AddScoped<IKnowledgeBaseSearch, KnowledgeBaseSearch>()
        .AddClockWork<GatherKnownWords>().AddScoped<IWordIndex, ItemWordIndex>()
        .AddScoped<ShowHomeHandler>().AddScoped<ListTagsHandler>()
        .AddScoped<ShowItemHandler>().AddScoped<ItemParts>().AddScoped<RelatedItems>().AddSingleton<RenderedItems>()
        .AddScoped<GiveFeedbackHandler>().AddScoped<RetractFeedbackHandler>()
        .AddScoped<SuggestItemsHandler>().AddScoped<AnswerFinder>()
        .AddScoped<SolveHandler>().AddScoped<UndoSolveHandler>().AddScoped<IAnswers, Answers>().AddScoped<ISolvedQuestions, SolvedQuestions>()
        .AddScoped<SitemapHandler>()
        .AddScoped<SearchLog>().AddScoped<ITicketsAfterSearches, TicketsAfterSearches>().AddClockWork<ForgetOldReaders>().AddSettings(ForgetOldReaders.KnownForDays)
        .AddScoped<IOnUserAnonymised, ForgetReader>().AddScoped<IPersonalData, ReaderData>()
        // The last is stopped first: what the clock leaves is written when it has ended.
        .AddSingleton<ViewCounts>().AddHostedService<WriteLastViews>().AddClockWork<WriteViews>();
}
