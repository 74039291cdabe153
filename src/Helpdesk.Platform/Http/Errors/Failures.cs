using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>Turns what was thrown into a status, logs what is our fault, and answers programs; pages are left to the error page.</summary>
internal sealed class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    public static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // A form with too many or too long fields.
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ when DatabaseTrouble.IsAway(exception) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var status = StatusOf(exception);
        switch (status)
        {
            case StatusCodes.Status500InternalServerError:
                logger.LogError(exception, "{Method} {Path} failed as {RequestId}", httpContext.Request.Method, httpContext.Request.Path.Value, httpContext.TraceIdentifier);
                break;
            case StatusCodes.Status503ServiceUnavailable:
                logger.LogWarning("{Method} {Path} found no database as {RequestId}: {Reason}", httpContext.Request.Method, httpContext.Request.Path.Value, httpContext.TraceIdentifier, exception.GetBaseException().Message);
                httpContext.Response.Headers.RetryAfter = Problems.DatabaseRetryAfter;
                break;
        }

        if (!ApiPath.WantsProblems(httpContext))
        {
            return false;
        }

        var endpoint = httpContext.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var problem = exception is BadHttpRequestException bad ? BodyProblems.From(bad, endpoint) : Problems.ForStatus(status);
        await problem.ExecuteAsync(httpContext);
        return true;
    }
}
