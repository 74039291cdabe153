using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Platform.Http;

/// <summary>Writes lines to the caller as they come, as a file to save.</summary>
public sealed class CsvAnswer(IAsyncEnumerable<string> lines, string name) : IResult, IActionResult
{
    private const int FlushAfter = 32_768;

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
        // Excel reads UTF-8 only when the file says so at its beginning.
        var text = new StringBuilder("\uFEFF");
        await foreach (var line in lines.WithCancellation(httpContext.RequestAborted))
        {
            text.Append(line);
            if (text.Length >= FlushAfter)
            {
                await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
                text.Clear();
            }
        }

        await response.WriteAsync(text.ToString(), httpContext.RequestAborted);
    }
}
