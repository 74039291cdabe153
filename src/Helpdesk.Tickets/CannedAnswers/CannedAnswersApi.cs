using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.CannedAnswers;

internal static class CannedAnswersApi
{
    public static void MapCannedAnswers(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/canned-answers", ListAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<AnswerView>>();
        api.MapPost("/admin/canned-answers", PostAsync).RequireAuthorization(Policy.Staff).Produces<AnswerView>(StatusCodes.Status201Created);
        api.MapGet("/admin/canned-answers/{id:guid}", ShowAsync).RequireAuthorization(Policy.Staff).Produces<AnswerView>();
        api.MapPut("/admin/canned-answers/{id:guid}", PutAsync).RequireAuthorization(Policy.Staff).Produces<AnswerView>();
        api.MapDelete("/admin/canned-answers/{id:guid}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/admin/tickets/{id:guid}/canned-answers", FilledAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<FilledAnswer>>();
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListAnswersHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveAnswerRequest request, CurrentUser user, SaveAnswerHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, user, cancellationToken)).ToApi(answer => TypedResults.Created((string?)null, answer));

    private static async Task<IResult> ShowAsync(Guid id, CurrentUser user, ShowAnswerHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PutAsync(Guid id, SaveAnswerRequest request, CurrentUser user, SaveAnswerHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RemoveAnswerHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> FilledAsync(Guid id, CurrentUser user, UseAnswerHandler use, CancellationToken cancellationToken) =>
        (await use.ShowAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
