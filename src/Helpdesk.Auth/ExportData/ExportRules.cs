using Helpdesk.Auth.Contracts;
using Helpdesk.Platform.Email;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Auth.ExportData;

internal static class ExportRules
{
    public static IServiceCollection AddExports(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ExportSettings.From(configuration))
        .AddScoped<AskExportHandler>()
        .AddScoped<ShowExportHandler>()
        .AddScoped<DownloadExportHandler>()
        .AddScoped<ExportTable>()
        .AddScoped<MakeExport>()
        .AddScoped<ExportNews>()
        .AddScoped<IPersonalData, AccountData>()
        .AddScoped<IMailKind, DataReadyMail>()
        .AddHostedService<ExportMaker>();
}
