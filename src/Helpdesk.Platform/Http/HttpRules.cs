using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Http.Errors;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Http.Health;
using Helpdesk.Platform.Http.Held;
using Helpdesk.Platform.Http.Idempotency;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Platform.Http.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http;

/// <summary>What holds for every request: headers, limits, JSON, problems.</summary>
internal static class HttpRules
{
    public static IServiceCollection AddHttpRules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(HttpSettings.From(configuration));
        services.ConfigureHttpJsonOptions(options => StrictJson.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails();
        services.AddExceptionHandler<Failures>();
        services.AddSingleton<ErrorAnswers>().AddSingleton<HeldForms>();
        services.AddSingleton<RateCounters>();
        services.AddSingleton(provider => new HardLimits(
            provider.GetRequiredService<RateCounters>(), provider.GetRequiredService<Incidents>(), provider.GetRequiredService<HttpSettings>()));
        services.AddScoped<AnswerStore>();
        services.AddSingleton<HttpSweep>().AddHostedService(provider => provider.GetRequiredService<HttpSweep>());
        services.Configure<MvcOptions>(options =>
        {
            options.Filters.Add<FormGuard>();
            options.Filters.Add<OncePosts>();
            options.Filters.Add<TokenFilter>();
        });
        return services.AddGuards().AddHealthRules();
    }

    /// <summary>Comes before routing.</summary>
    public static void UseHttpRules(this WebApplication app)
    {
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<AnswerHeaders>();
        app.UseForwardedFromProxies(app.Services.GetRequiredService<AppSettings>());
        ErrorAnswers.Use(app);
        app.UseMiddleware<HostGuard>();
    }
}
