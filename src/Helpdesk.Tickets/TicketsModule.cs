using Helpdesk.Tickets.Data;
using Helpdesk.Platform.Data;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Tickets;

/// <summary>The queue, the conversation and everything that happens to a ticket.</summary>
public static class TicketsModule
{
    public static IServiceCollection AddTickets(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<TicketsDbContext>(TicketsDbContext.Schema);

    public static void MapTickets(this IEndpointRouteBuilder api)
    {
    }
}
