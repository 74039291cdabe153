using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.PreviewText;

internal static class PreviewTextApi
{
    public static void MapPreviewText(this IEndpointRouteBuilder api) => api.MapPost("/preview", Post).Produces<PreviewView>();

    private static IResult Post(PreviewTextRequest request, PreviewTextHandler preview) => preview.Handle(request).ToApi(TypedResults.Ok);
}
