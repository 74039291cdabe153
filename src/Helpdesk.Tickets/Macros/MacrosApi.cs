using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Macros;

internal static class MacrosApi
{
    public static void MapMacros(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/macros", ListAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<MacroView>>();
        api.MapPost("/admin/macros", PostAsync).RequireAuthorization(Policy.Staff).Produces<MacroView>(StatusCodes.Status201Created);
        api.MapPost("/admin/macros/preview", TryAsync).RequireAuthorization(Policy.Staff).Produces<FilledMacro>();
        api.MapGet("/admin/macros/{id:guid}", ShowAsync).RequireAuthorization(Policy.Staff).Produces<MacroView>();
        api.MapPut("/admin/macros/{id:guid}", PutAsync).RequireAuthorization(Policy.Staff).Produces<MacroView>();
        api.MapDelete("/admin/macros/{id:guid}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/admin/tickets/{id:guid}/macros", PreviewAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<FilledMacro>>();
        api.MapPost("/admin/tickets/{id:guid}/macros/{macroId:guid}", ApplyAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListMacrosHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveMacroRequest request, CurrentUser user, SaveMacroHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, user, cancellationToken)).ToApi(macro => TypedResults.Created((string?)null, macro));

    private static async Task<IResult> TryAsync(PreviewMacroRequest request, CurrentUser user, PreviewMacrosHandler preview, CancellationToken cancellationToken) =>
        (await preview.TryAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ShowAsync(Guid id, CurrentUser user, ShowMacroHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PutAsync(Guid id, SaveMacroRequest request, CurrentUser user, SaveMacroHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RemoveMacroHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> PreviewAsync(Guid id, CurrentUser user, PreviewMacrosHandler preview, CancellationToken cancellationToken) =>
        (await preview.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ApplyAsync(
        Guid id, Guid macroId, ApplyMacroRequest request, CurrentUser user, ApplyMacroHandler apply, TicketAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(await apply.HandleAsync(id, macroId, request, user, TicketChannel.Api, cancellationToken), user, http.Response, cancellationToken);
}
