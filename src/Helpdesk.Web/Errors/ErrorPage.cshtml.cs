using Helpdesk.Platform.Http.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Web.Errors;

/// <summary>Every answer that is none: why, what was typed, and the way on. It asks no database.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class ErrorPage : PageModel
{
    private const string UsualRetryAfter = "30";

    public ErrorAnswer Answer { get; private set; } = default!;

    public ErrorWords Words { get; private set; } = default!;

    /// <summary>Where the reader was; also the address in the browser's bar.</summary>
    public string Here => Request.PathBase + Request.Path + Request.QueryString;

    public bool IsRead => HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method);

    public bool CanRepeat => IsRead && Answer.Status is 429 or >= 500 && Answer.Posted is null;

    /// <summary>The page tries again by itself; only what changes nothing may.</summary>
    public bool RepeatsItself => IsRead && Answer.Status is 429 or 503 && Answer.Posted is null;

    public string? RetryAfter { get; private set; }

    /// <summary>What the button under the kept text says; none when sending it again cannot help.</summary>
    public string? Button => Answer.IsTokenTooOld ? "Send again" : Answer.Status is 429 or >= 500 ? "Try again" : null;

    // Not in a handler: the request that failed may have any method.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<ErrorAnswer>() is not { } answer)
        {
            context.Result = NotFound();
            return;
        }

        Answer = answer;
        Words = ErrorWords.For(HttpContext, answer);
        if (answer.Status is 429 or 503)
        {
            RetryAfter = Response.Headers.RetryAfter is [{ } seconds] ? seconds : UsualRetryAfter;
            Response.Headers.RetryAfter = RetryAfter;
            if (RepeatsItself)
            {
                // What "tries again by itself" rests on where there is no script.
                Response.Headers["Refresh"] = RetryAfter;
            }
        }
    }
}
