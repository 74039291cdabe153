using Helpdesk.Platform.Http.Errors;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Helpdesk.Platform.Http.Held;

/// <summary>Tells the error page that it was the form's token which did not fit.</summary>
internal sealed class TokenFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new TokenTooOld());
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
