using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>Whom the site answers and whom it believes.</summary>
internal static class GuardRules
{
    public static IServiceCollection AddGuards(this IServiceCollection services)
    {
        services.AddSingleton<PageRules>();
        services.Configure<KestrelServerOptions>(options => options.AddServerHeader = false);
        services.AddOptions<AntiforgeryOptions>().Configure<AppSettings>((options, app) =>
        {
            var isSecure = app.PublicUrl.Scheme == Uri.UriSchemeHttps;
            options.Cookie.Name = isSecure ? "__Host-form" : "form";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            // The content security policy says it, and says it better.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<AppSettings>((options, app) =>
        {
            var isSecure = app.PublicUrl.Scheme == Uri.UriSchemeHttps;
            options.Cookie.Name = isSecure ? "__Host-flash" : "flash";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.Path = "/";
        });
        services.AddOptions<ForwardedHeadersOptions>().Configure<AppSettings>((options, app) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = 1;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var proxy in app.TrustedProxies)
            {
                options.KnownProxies.Add(proxy);
            }
        });
        return services;
    }

    public static void UseForwardedFromProxies(this WebApplication app, AppSettings settings)
    {
        if (settings.TrustedProxies.Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
