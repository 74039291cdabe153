using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowSettings;

internal static class ShowSettingsApi
{
    public const string Path = "/admin/settings";

    public static void MapShowSettings(this IEndpointRouteBuilder api) => api
        .MapGet(Path, GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<SettingsView>();

    private static async Task<IResult> GetAsync(CurrentUser user, ShowSettingsHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
