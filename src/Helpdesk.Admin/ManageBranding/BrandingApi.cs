using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ManageBranding;

internal static class BrandingApi
{
    private const string Path = "/admin/branding";

    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/png"] = "logo.png",
        ["image/jpeg"] = "logo.jpg",
        ["image/webp"] = "logo.webp",
        ["image/svg+xml"] = "logo.svg",
    };

    public static void MapBranding(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, GetAsync).RequireAuthorization(Policy.Admin).Produces<BrandingView>();
        api.MapPatch(Path, PatchAsync).RequireAuthorization(Policy.Admin).Produces<BrandingView>();
        api.MapDelete(Path, DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapPut($"{Path}/logos/{{theme}}", PutLogoAsync).RequireAuthorization(Policy.Admin).Produces<BrandingView>();
        api.MapDelete($"{Path}/logos/{{theme}}", DeleteLogoAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(CurrentUser user, ShowBrandingHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PatchAsync(
        SaveBrandingRequest request, CurrentUser user, SaveBrandingHandler save, ShowBrandingHandler show, CancellationToken cancellationToken) =>
        await ShowAfterAsync(await save.HandleAsync(request, user, cancellationToken), user, show, cancellationToken);

    private static async Task<IResult> DeleteAsync(CurrentUser user, ResetBrandingHandler reset, CancellationToken cancellationToken) =>
        (await reset.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> PutLogoAsync(
        string theme, HttpRequest request, CurrentUser user, SetLogoHandler set, ShowBrandingHandler show, CancellationToken cancellationToken) =>
        Words.Read<BrandTheme>(theme) is { } chosen
            ? await ShowAfterAsync(await set.HandleAsync(chosen, await PictureOfAsync(request, cancellationToken), user, cancellationToken), user, show, cancellationToken)
            : Problems.From(new Refusal.NotFound());

    private static async Task<IResult> DeleteLogoAsync(string theme, CurrentUser user, RemoveLogoHandler remove, CancellationToken cancellationToken) =>
        Words.Read<BrandTheme>(theme) is { } chosen
            ? (await remove.HandleAsync(chosen, user, cancellationToken)).ToApi(_ => TypedResults.NoContent())
            : Problems.From(new Refusal.NotFound());

    private static async Task<IResult> ShowAfterAsync(Outcome<Done> done, CurrentUser user, ShowBrandingHandler show, CancellationToken cancellationToken) =>
        done.Refusal is { } refusal ? Problems.From(refusal) : (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    /// <summary>The body is the picture. The API takes a megabyte at most; a logo may have half of it.</summary>
    private static async Task<IncomingFile?> PictureOfAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!Names.TryGetValue(request.ContentType ?? "", out var name))
        {
            return request.ContentLength is > 0 ? new IncomingFile("logo", request.ContentType ?? "", 0, () => Stream.Null) : null;
        }

        var content = new MemoryStream();
        await request.Body.CopyToAsync(content, cancellationToken);
        return new IncomingFile(name, request.ContentType!, content.Length, () => new MemoryStream(content.ToArray()));
    }
}
