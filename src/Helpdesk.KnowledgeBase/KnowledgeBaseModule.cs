using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Demo;
using Helpdesk.KnowledgeBase.ForTickets;
using Helpdesk.KnowledgeBase.Extraction;
using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.KnowledgeBase.ShowHome;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Demo;
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
        .AddScoped<IArticleDrafts, ArticleDrafts>()
        .AddScoped<IDemoData, DemoItems>()
        .AddSingleton(new PlaceLink("Knowledge base", KnowledgeBaseUrls.Home, Policy.SignedIn, Order: 4, "articles help"))
        .AddSingleton<PdfText>().AddSingleton<WordText>().AddSingleton<DocumentText>().AddClockWork<ExtractNext>()
        .AddScoped<SearchItemsHandler>()
        .AddScoped<ShowHomeHandler>()
        .AddScoped<ShowItemHandler>();

    public static void MapKnowledgeBase(this IEndpointRouteBuilder api)
    {
        api.MapSearchItems();
        api.MapShowHome();
        api.MapShowItem();
    }
}
