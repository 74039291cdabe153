using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.AddPasskey;

internal static class AddPasskeyApi
{
    public static void MapAddPasskey(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/passkeys/options", StartAsync)
            .Produces<PasskeyQuestion>()
            .WithMetadata(new OpenWhileEnrollingAttribute());
        api.MapPost("/auth/passkeys", PostAsync)
            .Produces<PasskeyView>(StatusCodes.Status201Created)
            .WithMetadata(new OpenWhileEnrollingAttribute());
    }

    private static async Task<IResult> StartAsync(CurrentUser user, StartPasskeyHandler start, CancellationToken cancellationToken) =>
        (await start.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(
        NewPasskeyBody body, HttpContext http, CurrentUser user, AddPasskeyHandler add, CancellationToken cancellationToken) =>
        (await add.HandleAsync(new AddPasskeyRequest { Name = body.Name }, body.ToAnswer(), user, Client.Of(http), cancellationToken))
            .ToApi(view => TypedResults.Created((string?)null, view));
}

internal sealed record NewPasskeyBody : PasskeyAnswerBody
{
    /// <summary>How the person calls it; the device's name when empty.</summary>
    public string Name { get; init; } = "";
}
