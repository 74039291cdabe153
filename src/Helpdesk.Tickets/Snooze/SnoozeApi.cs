using Helpdesk.Platform;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Snooze;

internal static class SnoozeApi
{
    public static void MapSnooze(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/tickets/{id:guid}/snooze", PostAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
        api.MapDelete("/admin/tickets/{id:guid}/snooze", DeleteAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
    }

    private static async Task<IResult> PostAsync(
        Guid id, SnoozeRequest request, CurrentUser user, SnoozeHandler snooze, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await snooze.HandleAsync(id, request, user, cancellationToken), user, response, cancellationToken);

    private static async Task<IResult> DeleteAsync(
        Guid id, CurrentUser user, WakeHandler wake, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await wake.HandleAsync(id, user, cancellationToken), user, response, cancellationToken);
}
