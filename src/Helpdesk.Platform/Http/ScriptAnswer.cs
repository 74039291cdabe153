using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Platform.Http;

/// <summary>The answer of a page that a script asks: JSON, and problems as the API tells them.</summary>
public static class ScriptAnswer
{
    public static IActionResult ToScript<T>(this Outcome<T> outcome, Func<T, IResult> success)
        where T : notnull => new ResultAction(outcome.ToApi(success));

    private sealed class ResultAction(IResult result) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => result.ExecuteAsync(context.HttpContext);
    }
}
