using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace Helpdesk.Web;

/// <summary>Plain lines for a developer's console, one JSON object per line in production.</summary>
internal static class Logging
{
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var rules = new LoggerConfiguration()
            .MinimumLevel.Is(Level(builder.Configuration["Log:Level"]))
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // It warns at each new key that the ring is not encrypted; it lies in the database, and docs/deployment.md says so.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .Enrich.FromLogContext();
        rules = builder.Environment.IsDevelopment()
            ? rules.WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
            : rules.WriteTo.Console(new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture));
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(rules.CreateLogger(), dispose: true);
    }

    private static LogEventLevel Level(string? text) =>
        text is null ? LogEventLevel.Information
        : Enum.TryParse<LogEventLevel>(text, ignoreCase: true, out var level) ? level
        : throw new Platform.SettingsException($"Log__Level is \"{text}\". It must be Verbose, Debug, Information, Warning, Error or Fatal.");
}
