using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.TestMail;

internal static class TestMailApi
{
    public static void MapTestMail(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/settings/mail/test", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<TrialView>();

    private static async Task<IResult> PostAsync(CurrentUser user, TestMailHandler test, CancellationToken cancellationToken) =>
        (await test.HandleAsync(user, cancellationToken)).ToApi(steps => TypedResults.Ok(new TrialView(steps)));
}
