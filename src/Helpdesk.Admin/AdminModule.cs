using Helpdesk.Admin.Data;
using Helpdesk.Admin.ManageOutbox;
using Helpdesk.Admin.ShowAuditLog;
using Helpdesk.Admin.ShowHealth;
using Helpdesk.Admin.ShowOverview;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
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
        .AddScoped<ShowOverviewHandler>()
        .AddSingleton(new AdminLink("Audit log", ShowAuditLogPage.Url, Policy.Admin, "Operation", Order: 40, "shield"))
        .AddScoped<ShowAuditLogHandler>().AddScoped<ExportAuditLogHandler>()
        .AddSingleton(new AdminLink("Outbox", OutboxPage.Url, Policy.Admin, "Operation", Order: 42, "mail"))
        .AddScoped<ShowOutboxHandler>().AddScoped<RetryMailsHandler>().AddScoped<DiscardMailHandler>().AddSingleton<DiscardMailValidator>()
        .AddSingleton(new AdminLink("Health", "/admin/health", Policy.Admin, "Operation", Order: 44, "monitor"))
        .AddScoped<ShowHealthHandler>();

    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        api.MapShowOverview();
        api.MapShowAuditLog();
        api.MapManageOutbox();
        api.MapShowHealth();
    }
}
