using System.Globalization;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Security;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.KnowledgeBase.Reading;

/// <summary>
/// Keeps pages for readers who are not signed in. A page is stored under the generation that it was begun in, so what was read
/// before a change is never found after it (decision 0025).
/// </summary>
internal sealed class ReadingCache(ItemChanges changes, ISiteSettings settings, Brands brands, ViewCounts views) : IOutputCachePolicy
{
    public const string Policy = "reading";

    // How old a page can become on an instance that has lost its connection to the database's signals.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        // A cookie may change what the page says; whoever has one is answered afresh.
        var isForAnybody = !SessionIdentity.UserOf(context.HttpContext.User).IsSignedIn && request.Cookies.Count == 0 && settings.Known.Value(ReaderRule.AnonymousReading);
        context.EnableOutputCaching = isForAnybody;
        context.AllowCacheLookup = isForAnybody;
        context.AllowCacheStorage = isForAnybody;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        // None of these pages reads what stands behind the question mark.
        context.CacheVaryByRules.QueryKeys = StringValues.Empty;
        context.CacheVaryByRules.VaryByValues["generation"] = changes.Generation.ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["look"] = brands.Known.Version;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.GetRouteValue("slug") is string slug && HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            views.Count(slug);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}

internal static class ReadingCacheRules
{
    public static IServiceCollection AddReadingCache(this IServiceCollection services)
    {
        services.AddOutputCache();
        services.AddOptions<OutputCacheOptions>().Configure<ReadingCache>((options, cache) => options.AddPolicy(ReadingCache.Policy, cache));
        return services.AddSingleton<ItemChanges>().AddSingleton<ReadingCache>();
    }
}
