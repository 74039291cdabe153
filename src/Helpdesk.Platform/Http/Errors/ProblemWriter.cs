using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>Writes every problem alike, whatever the caller says it accepts: a program that fails needs to read why.</summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        problem.Extensions["traceId"] = context.HttpContext.TraceIdentifier;
        return new ValueTask(context.HttpContext.Response.WriteAsJsonAsync(
            problem, problem.GetType(), StrictJson.Options, "application/problem+json", context.HttpContext.RequestAborted));
    }
}
