using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Platform.Http;

/// <summary>The only place that knows both worlds: translates an outcome for the API and for a page.</summary>
public static class OutcomeExtensions
{
    public static IResult ToApi<T>(this Outcome<T> outcome, Func<T, IResult> success)
        where T : notnull =>
        outcome.Value is { } value && outcome.Refusal is null ? success(value) : Problems.From(outcome.Refusal!);

    /// <summary>
    /// Answers with <paramref name="success"/>, or shows the page again with the sentences beside the fields.
    /// <paramref name="prefix"/> is the name of the page's bound request property.
    /// </summary>
    public static IActionResult ToPage<T>(this Outcome<T> outcome, PageModel page, string prefix, Func<T, IActionResult> success)
        where T : notnull
    {
        if (outcome.Refusal is null)
        {
            return success(outcome.Value!);
        }

        var http = page.HttpContext;
        switch (outcome.Refusal)
        {
            case Refusal.NotFound:
                return page.NotFound();
            case Refusal.Forbidden forbidden:
                http.Features.Set(new RefusedPage(forbidden.Why));
                return new StatusCodeResult(StatusCodes.Status403Forbidden);
            case Refusal.Invalid invalid:
                AddErrors(page, prefix, invalid.Errors);
                return Again(page, StatusCodes.Status400BadRequest);
            case Refusal.Conflict conflict:
                page.ModelState.AddModelError("", conflict.Why);
                return Again(page, StatusCodes.Status409Conflict);
            case Refusal.Stale stale:
                page.ModelState.AddModelError("", stale.Why);
                return Again(page, StatusCodes.Status412PreconditionFailed);
            case Refusal.NotSignedIn nobody:
                page.ModelState.AddModelError("", nobody.Why);
                return Again(page, StatusCodes.Status401Unauthorized);
            case Refusal.Later later:
                page.ModelState.AddModelError("", later.Why);
                http.Response.Headers.RetryAfter = Problems.Seconds(later.RetryAfter);
                return Again(page, later.HouseIsFull ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests);
            default:
                throw new InvalidOperationException($"No page for {outcome.Refusal}.");
        }
    }

    private static void AddErrors(PageModel page, string prefix, IReadOnlyDictionary<string, string[]> errors)
    {
        // Binding has already put its own sentence beside the field when it could not read it; ours would say it twice.
        foreach (var (field, sentences) in errors)
        {
            var key = field.Length == 0 ? "" : prefix.Length == 0 ? field : $"{prefix}.{field}";
            if (page.ModelState.TryGetValue(key, out var entry) && entry.Errors.Count > 0)
            {
                continue;
            }

            foreach (var sentence in sentences)
            {
                page.ModelState.AddModelError(key, sentence);
            }
        }
    }

    private static PageResult Again(PageModel page, int status)
    {
        var result = page.Page();
        result.StatusCode = status;
        return result;
    }
}

/// <summary>Why a page was refused, for the error page to say.</summary>
public sealed record RefusedPage(string Why);
