using Helpdesk.Platform;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Take;

internal static class TakeApi
{
    public static void MapTake(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/tickets/{id:guid}/take", PostAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<TicketView>();

    private static async Task<IResult> PostAsync(
        Guid id, CurrentUser user, TakeHandler take, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await take.HandleAsync(id, user, cancellationToken), user, response, cancellationToken);
}
