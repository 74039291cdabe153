using Helpdesk.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.CategoryFields;

internal static class OfferCategoriesApi
{
    public static void MapOfferCategories(this IEndpointRouteBuilder api) => api
        .MapGet("/ticket-categories", GetAsync)
        .Produces<IReadOnlyList<OfferedCategory>>();

    private static async Task<IResult> GetAsync(CurrentUser user, OfferCategoriesHandler offer, CancellationToken cancellationToken) =>
        TypedResults.Ok(await offer.HandleAsync(user, cancellationToken));
}
