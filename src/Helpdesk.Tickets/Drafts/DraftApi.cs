using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Drafts;

internal static class DraftApi
{
    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/drafts/new", GetAsync).Produces<DraftView>();
        api.MapPut("/drafts/{kind}/{ticketId:guid?}", PutAsync);
        api.MapDelete("/drafts/{kind}/{ticketId:guid?}", DeleteAsync);
    }

    private static async Task<IResult> GetAsync(CurrentUser user, FindDraftHandler find, CancellationToken cancellationToken) =>
        await find.HandleAsync(user, cancellationToken) is { } draft ? TypedResults.Ok(draft) : Problems.From(new Refusal.NotFound());

    private static async Task<IResult> PutAsync(
        string kind, Guid? ticketId, JsonElement content, CurrentUser user, SaveDraftHandler save, CancellationToken cancellationToken) =>
        Words.Read<DraftKind>(kind) is { } which
            ? (await save.HandleAsync(new SaveDraftRequest { Kind = which, TicketId = ticketId, Content = content.GetRawText() }, user, cancellationToken))
                .ToApi(TypedResults.Ok)
            : Problems.From(new Refusal.NotFound());

    private static async Task<IResult> DeleteAsync(
        string kind, Guid? ticketId, CurrentUser user, DiscardDraftHandler discard, CancellationToken cancellationToken) =>
        Words.Read<DraftKind>(kind) is { } which
            ? (await discard.HandleAsync(which, ticketId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent())
            : Problems.From(new Refusal.NotFound());
}
