using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.KnowledgeBase;

/// <summary>Items that answer questions before they become tickets.</summary>
public static class KnowledgeBaseModule
{
    public static IServiceCollection AddKnowledgeBase(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<KnowledgeBaseDbContext>(KnowledgeBaseDbContext.Schema);

    public static void MapKnowledgeBase(this IEndpointRouteBuilder api)
    {
    }
}
