using Helpdesk.Admin.Checklist;
using Helpdesk.Admin.Data;
using Helpdesk.Admin.ManageBranding;
using Helpdesk.Admin.ManageOutbox;
using Helpdesk.Admin.ManageSamples;
using Helpdesk.Admin.SaveSettings;
using Helpdesk.Admin.ShowAuditLog;
using Helpdesk.Admin.ShowHealth;
using Helpdesk.Admin.ShowOverview;
using Helpdesk.Admin.ShowReports;
using Helpdesk.Admin.ShowSettings;
using Helpdesk.Admin.TestFiles;
using Helpdesk.Admin.TestMail;
using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Ui;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Admin;

/// <summary>The shell and the overview for those who run the helpdesk.</summary>
public static class AdminModule
{
    public static IServiceCollection AddAdmin(this IServiceCollection services, IConfiguration configuration) => services
        .AddModuleDbContext<AdminDbContext>(AdminDbContext.Schema)
        .AddSingleton(new AdminLink("Overview", AdminLink.Root, Policy.Admin, "Admin", Order: 0, "layout-list"))
        .AddSingleton(new AdminLink("Reports", ShowReportsPage.Path, Policy.Admin, "Admin", Order: 5, "chart-column"))
        .AddScoped<ShowOverviewHandler>().AddScoped<ShowChecklistHandler>().AddScoped<DismissChecklistHandler>().AddSettings(ShowChecklistHandler.Dismissed)
        .AddSingleton(new AdminLink("Audit log", ShowAuditLogPage.Path, Policy.Admin, "Operation", Order: 40, "shield"))
        .AddScoped<ShowAuditLogHandler>().AddScoped<ExportAuditLogHandler>()
        .AddSingleton(new AdminLink("Outbox", OutboxPage.Path, Policy.Admin, "Operation", Order: 42, "mail"))
        .AddScoped<ShowOutboxHandler>().AddScoped<RetryMailsHandler>().AddScoped<DiscardMailHandler>().AddSingleton<DiscardMailValidator>()
        .AddSingleton(new AdminLink("Health", "/admin/health", Policy.Admin, "Operation", Order: 44, "monitor"))
        .AddScoped<ShowHealthHandler>()
        .AddScoped<ShowReportsHandler>()
        .AddScoped<ReportFileHandler>()
        .AddScoped<SampleShares>().AddScoped<ShowSamplesHandler>().AddScoped<RemoveSamplesHandler>()
        .AddScoped<AddSamplesHandler>().AddScoped<IAddSamples>(provider => provider.GetRequiredService<AddSamplesHandler>())
        .AddSite();

    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        api.MapShowOverview();
        api.MapChecklist();
        api.MapManageSamples();
        api.MapShowReports();
        api.MapShowAuditLog();
        api.MapManageOutbox();
        api.MapShowHealth();
        api.MapShowSettings();
        api.MapSaveSettings();
        api.MapTestMail();
        api.MapTestFiles();
        api.MapBranding();
    }

    private static IServiceCollection AddSite(this IServiceCollection services) => services
        .AddSingleton(new AdminLink("Branding", BrandingPage.Path, Policy.Admin, "Site", Order: 30, "palette"))
        .AddSingleton(new AdminLink("Settings", "/admin/settings", Policy.Admin, "Site", Order: 35, "settings"))
        .AddScoped<ShowSettingsHandler>().AddScoped<SaveSettingsHandler>()
        .AddScoped<TestMailHandler>().AddScoped<TestFilesHandler>()
        .AddScoped<ShowBrandingHandler>().AddScoped<SaveBrandingHandler>().AddScoped<ResetBrandingHandler>()
        .AddScoped<Logos>().AddScoped<SetLogoHandler>().AddScoped<RemoveLogoHandler>();
}
