using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.CheckUps;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Files.Serving;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Health;
using Helpdesk.Platform.Http.Limits;
using Helpdesk.Platform.Live;
using Helpdesk.Platform.Markdown;
using Helpdesk.Platform.Notifications;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Security;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Trials;
using Helpdesk.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform;

/// <summary>What every module stands on.</summary>
public static class PlatformModule
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(AppSettings.From(configuration));
        services.AddDatabase();
        services.AddLive();
        services.AddSiteSettings();
        services.AddKeyRing();
        services.AddCheckUps();
        services.AddSingleton<MarkdownRenderer>();
        services.AddAuthorizationRules();
        services.AddScoped<AuditLog>().AddSingleton<Incidents>().AddScoped<IAuditTrail, AuditTrail>();
        services.AddSettings(AuditRetention.Days).AddClockWork<TrimAudit>();
        services.AddFormBinding();
        services.AddSingleton<Pardons>();
        services.AddHttpRules(configuration);
        services.AddEmail(configuration);
        services.AddBranding();
        services.AddFiles(configuration);
        services.AddScoped<IFileTrial, FileTrial>();
        services.AddSettings(WordLanguage.Setting).AddClockWork<ChangeLanguage>();
        services.AddScoped<MailBursts>().AddScoped<NewsDesk>().AddSingleton<ILiveTopic, NewsTopic>();
        return services;
    }

    /// <summary>Reads the settings that only a serving host needs, so that a wrong one ends the start with its sentence alone.</summary>
    public static void CheckSettings(IServiceProvider services)
    {
        services.GetRequiredService<MailSettings>();
        services.GetRequiredService<FixedSettings>();
    }

    /// <summary>The part of the pipeline before routing: what is true of every request.</summary>
    public static void UsePlatform(this WebApplication app) => app.UseHttpRules();

    /// <summary>Comes between authentication and authorization: every denial is recorded with the one who was denied.</summary>
    public static void UseDenialLog(this WebApplication app) => app.UseMiddleware<Denials>();

    /// <summary>What holds once it is known who asks and for what.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseKeyGuard();
        app.UseEnrolmentGuard();
    }

    /// <summary>The addresses outside of the API that are the same for every module: health, events and files.</summary>
    public static void MapPlatformSite(this WebApplication app)
    {
        app.MapHealthRules();
        app.MapLive();
        app.MapFiles();
        app.MapBranding();
    }

    public static void MapPlatform(this IEndpointRouteBuilder api)
    {
    }
}
