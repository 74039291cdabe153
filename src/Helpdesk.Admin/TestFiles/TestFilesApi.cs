using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.TestFiles;

internal static class TestFilesApi
{
    public static void MapTestFiles(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/settings/files/test", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<TrialView>();

    private static async Task<IResult> PostAsync(CurrentUser user, TestFilesHandler test, CancellationToken cancellationToken) =>
        (await test.HandleAsync(user, cancellationToken)).ToApi(steps => TypedResults.Ok(new TrialView(steps)));
}
