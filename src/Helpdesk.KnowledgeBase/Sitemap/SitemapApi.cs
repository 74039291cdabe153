using System.Globalization;
using System.Xml.Linq;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.Sitemap;

/// <summary>The two files that machines look for at the root of a site.</summary>
internal static class SitemapApi
{
    private static readonly XNamespace Sitemaps = "http://www.sitemaps.org/schemas/sitemap/0.9";

    public static void MapSitemap(this IEndpointRouteBuilder site)
    {
        site.MapGet("/sitemap.xml", GetSitemapAsync).AllowAnonymous().ExcludeFromDescription();
        site.MapGet("/robots.txt", GetRobotsAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> GetSitemapAsync(SitemapHandler map, AppSettings app, CancellationToken cancellationToken) =>
        (await map.HandleAsync(cancellationToken)).ToApi(items => TypedResults.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Write(items, app)}", "application/xml; charset=utf-8"));

    private static XElement Write(IReadOnlyList<MappedItem> items, AppSettings app) => new(
        Sitemaps + "urlset",
        new XElement(Sitemaps + "url", new XElement(Sitemaps + "loc", new Uri(app.PublicUrl, KnowledgeBaseUrls.Home))),
        items.Select(item => new XElement(
            Sitemaps + "url",
            new XElement(Sitemaps + "loc", new Uri(app.PublicUrl, KnowledgeBaseUrls.Show(item.Slug))),
            new XElement(Sitemaps + "lastmod", item.UpdatedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))));

    // Without signing in there is nothing to be read elsewhere; the assets are there so that a page can be looked at.
    private static async Task<IResult> GetRobotsAsync(ISiteSettings settings, AppSettings app, CancellationToken cancellationToken) =>
        TypedResults.Text((await settings.GetAsync(cancellationToken)).Value(ReaderRule.AnonymousReading)
            ? $"User-agent: *\nAllow: /kb\nAllow: /dist/\nDisallow: /kb/search\nDisallow: /\nSitemap: {new Uri(app.PublicUrl, "/sitemap.xml")}\n"
            : "User-agent: *\nDisallow: /\n");
}
