using System.Text;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Live;

/// <summary>GET /events: server-sent events for the signed-in browser.</summary>
internal static class LiveApi
{
    // Said now and then, so that a page knows a silent line from a dead one.
    private const string Beat = "event: beat\ndata: {}\n\n";
    private const string Resync = "event: resync\ndata: {}\n\n";

    public static IServiceCollection AddLive(this IServiceCollection services) => services
        .AddSingleton<DatabaseSignals>().AddHostedService(provider => provider.GetRequiredService<DatabaseSignals>())
        .AddSingleton(LivePace.Usual)
        .AddSingleton<LiveEvents>().AddHostedService(provider => provider.GetRequiredService<LiveEvents>());

    public static void MapLive(this IEndpointRouteBuilder site)
    {
        site.MapGet("/events", GetAsync)
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = SessionScheme.Cookie, Policy = Policy.SignedIn })
            .WithMetadata(new UnattendedAttribute())
            .ExcludeFromDescription();
        // Before the server waits for its requests: it would wait for these until its patience ends.
        var live = site.ServiceProvider.GetRequiredService<LiveEvents>();
        site.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(live.EndAll);
    }

    private static async Task GetAsync(HttpContext context, CurrentUser user, LiveEvents live, IServiceScopeFactory scopes, ILogger<LiveEvents> logger)
    {
        if (live.Open(user) is not { } stream)
        {
            await Problems.From(new Refusal.Later("This session has too many open pages that listen.", TimeSpan.FromSeconds(30))).ExecuteAsync(context);
            return;
        }

        try
        {
            await LeaveScopeAsync(context);
            await BeginAsync(context);
            await foreach (var signal in stream.Signals.ReadAllAsync(context.RequestAborted))
            {
                var text = stream.TakeBehind() ? Resync : "";
                text += signal.Topic is null ? Beat : await TextAsync(stream, signal, scopes, logger, context.RequestAborted);
                await WriteAsync(context, text);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // The page was closed; that is how most streams end.
        }
        finally
        {
            live.Close(stream);
        }
    }

    // What the authentication took from the scope of the request, database contexts among it, would live as long as the page is open.
    private static async Task LeaveScopeAsync(HttpContext context)
    {
        if (context.Features.Get<IServiceProvidersFeature>() is IAsyncDisposable scope)
        {
            await scope.DisposeAsync();
        }
    }

    private static Task BeginAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-cache, no-store";
        // nginx would else collect a buffer full before it passes anything on.
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // The id comes back as Last-Event-ID when the browser connects again: then it has missed what happened in between.
        var isAgain = context.Request.Headers.ContainsKey("Last-Event-ID");
        return WriteAsync(context, $"retry: 3000\nid: 1\nevent: {(isAgain ? "resync" : "hello")}\ndata: {{}}\n\n");
    }

    private static async Task<string> TextAsync(
        LiveStream stream, LiveSignal signal, IServiceScopeFactory scopes, ILogger<LiveEvents> logger, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await signal.Topic!.ForAsync(signal.Data, stream.User, scope.ServiceProvider, cancellationToken) is { } news ? TextOf(news) : "";
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LogWarning("News of {Topic} could not be told: {Reason}", signal.Topic!.Name, exception.GetBaseException().Message);
            stream.MarkBehind();
            return "";
        }
    }

    private static string TextOf(LiveEvent news)
    {
        var text = new StringBuilder(news.Data.Length + 64);
        text.Append("event: ").Append(news.Name.ReplaceLineEndings("")).Append('\n');
        foreach (var line in news.Data.ReplaceLineEndings("\n").Split('\n'))
        {
            text.Append("data: ").Append(line).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    private static async Task WriteAsync(HttpContext context, string text)
    {
        if (text.Length > 0)
        {
            await context.Response.WriteAsync(text, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
