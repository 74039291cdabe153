using System.Text.Json;
using Helpdesk.Admin.ShowSettings;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.SaveSettings;

/// <summary>Values by key: numbers, truth values and texts, or null for the default. Without "confirmed", what reaches far answers 409 with what it does.</summary>
internal sealed record SaveSettingsBody(Dictionary<string, JsonElement>? Values, bool Confirmed = false);

internal static class SaveSettingsApi
{
    public static void MapSaveSettings(this IEndpointRouteBuilder api) => api
        .MapPatch(ShowSettingsApi.Path, PatchAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<SettingsView>();

    private static async Task<IResult> PatchAsync(
        SaveSettingsBody body, CurrentUser user, SaveSettingsHandler save, ShowSettingsHandler show, CancellationToken cancellationToken)
    {
        var request = new SaveSettingsRequest
        {
            Values = (body.Values ?? []).ToDictionary(pair => pair.Key, pair => TextOf(pair.Value)),
            Confirmed = body.Confirmed,
        };
        return (await save.HandleAsync(request, user, cancellationToken)).Refusal is { } refusal
            ? Problems.From(refusal)
            : (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
    }

    // What is neither becomes a text that no setting takes.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };
}
