using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Rename;

internal static class RenameApi
{
    public static void MapRename(this IEndpointRouteBuilder api) => api
        .MapPut("/admin/tickets/{id:guid}/subject", PutAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<TicketView>();

    private static async Task<IResult> PutAsync(
        Guid id, RenameRequest request, CurrentUser user, RenameHandler rename, TicketAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(
            await rename.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken), user, http.Response, cancellationToken);
}
