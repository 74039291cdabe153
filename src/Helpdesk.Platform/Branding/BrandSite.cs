using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Branding;

/// <summary>What makes pages look like the site's own, for everybody: also for who is not signed in, and for readers of mails.</summary>
internal static class BrandSite
{
    private const string ForGood = "public, max-age=31536000, immutable";
    private const string ForNow = "public, max-age=60";

    public static IServiceCollection AddBranding(this IServiceCollection services) =>
        services.AddSettings([.. BrandKeys.All]).AddSingleton<Brands>();

    public static void MapBranding(this IEndpointRouteBuilder site)
    {
        site.MapGet("/brand.css", GetStylesheetAsync).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
        site.MapGet("/brand/logo-light", (HttpContext http, ISiteSettings settings, PlatformDbContext db, FileShelf shelf, CancellationToken cancellationToken) =>
            GetLogoAsync(BrandTheme.Light, http, settings, db, shelf, cancellationToken)).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
        site.MapGet("/brand/logo-dark", (HttpContext http, ISiteSettings settings, PlatformDbContext db, FileShelf shelf, CancellationToken cancellationToken) =>
            GetLogoAsync(BrandTheme.Dark, http, settings, db, shelf, cancellationToken)).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
    }

    private static async Task<IResult> GetStylesheetAsync(HttpContext http, ISiteSettings settings, CancellationToken cancellationToken)
    {
        var brand = Brand.Of(await settings.GetAsync(cancellationToken));
        // A page may name a version that this instance has not heard of yet, or one that is past: what it gets then is not kept.
        http.Response.Headers.CacheControl = brand.StylesheetUrl == $"{http.Request.Path}{http.Request.QueryString}" ? ForGood : ForNow;
        return TypedResults.Text(BrandStylesheet.Of(brand), "text/css");
    }

    private static async Task<IResult> GetLogoAsync(
        BrandTheme theme, HttpContext http, ISiteSettings settings, PlatformDbContext db, FileShelf shelf, CancellationToken cancellationToken)
    {
        if (Brand.Of(await settings.GetAsync(cancellationToken)).LogoOf(theme) is not { } logo
            || await db.Files.AsNoTracking().SingleOrDefaultAsync(file => file.Id == logo.FileId, cancellationToken) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var opened = await shelf.OpenAsync(file, cancellationToken);
        if (opened.Value is not { } content)
        {
            return TypedResults.StatusCode(opened.Refusal is Refusal.Later ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status404NotFound);
        }

        http.Response.Headers.CacheControl = http.Request.Query["v"] == logo.FileId.ToString("N") ? ForGood : ForNow;
        // Readers of mails show it too, and they are other sites.
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return TypedResults.Stream(content, file.ContentType);
    }
}
