using Helpdesk.Admin.Data;
using Helpdesk.Admin.ShowAuditLog;
using Helpdesk.Admin.ShowOverview;
using Helpdesk.Admin.ShowReports;
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
        .AddSingleton(new AdminLink("Reports", ShowReportsPage.Path, Policy.Admin, "Admin", Order: 5, "chart-column"))
        .AddScoped<ShowOverviewHandler>()
        .AddScoped<ShowReportsHandler>()
        .AddScoped<ReportFileHandler>()
        .AddScoped<ShowAuditLogHandler>();

    public static void MapAdmin(this IEndpointRouteBuilder api)
    {
        api.MapShowOverview();
        api.MapShowReports();
        api.MapShowAuditLog();
    }
}
