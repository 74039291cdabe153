using Helpdesk.Platform.Http.Held;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>Gives every answer that would go out empty a body: problems to programs, the error page to people.</summary>
internal sealed class ErrorAnswers(IServiceProvider services, HeldForms held, ILogger<ErrorAnswers> logger)
{
    /// <summary>Where the host keeps the page; it cannot be opened by itself.</summary>
    public const string Page = "error";

    private RouteEndpoint? page;

    public static void Use(WebApplication app)
    {
        var answers = app.Services.GetRequiredService<ErrorAnswers>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = answers.AnswerAsync,
            StatusCodeSelector = Failures.StatusOf,
            AllowStatusCode404Response = true,
            // They log what is worth it; a body that cannot be read is nobody's fault here.
            SuppressDiagnosticsCallback = _ => true,
        });
        app.UseStatusCodePages(status => answers.AnswerAsync(status.HttpContext));
    }

    public async Task AnswerAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (ApiPath.WantsProblems(context))
        {
            await Problems.ForStatus(status).ExecuteAsync(context);
            return;
        }

        try
        {
            await ShowAsync(context, status);
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            // The page stands in the site's frame; when that is what fails, the words still have to reach the reader.
            logger.LogError(exception, "The error page failed for {RequestId}", context.TraceIdentifier);
            context.Response.StatusCode = status;
            await PlainErrorPage.WriteAsync(context);
        }
    }

    // The page is run where it stands: to send the request through the pipeline again would ask the database who the
    // caller is, and it may be the database that is away.
    private async Task ShowAsync(HttpContext context, int status)
    {
        var isTokenTooOld = context.Features.Get<TokenTooOld>() is not null;
        var mayKeep = status is not (StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge) || isTokenTooOld;
        var posted = mayKeep ? await PostedForm.ReadAsync(context) : null;
        context.Features.Set(new ErrorAnswer
        {
            Status = status,
            Endpoint = context.GetEndpoint() ?? context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Endpoint,
            Posted = posted,
            IsTokenTooOld = isTokenTooOld,
            Held = status == StatusCodes.Status401Unauthorized && posted is not null ? held.HoldFrom(context.Request, posted) : null,
        });
        page ??= services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Single(endpoint => endpoint.RoutePattern.RawText?.Trim('/') == Page);
        context.SetEndpoint(page);
        context.Request.RouteValues = new RouteValueDictionary(page.RoutePattern.RequiredValues);
        await page.RequestDelegate!(context);
    }
}
