using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Errors;

/// <summary>The error page without the site's frame, for when the frame itself is what fails.</summary>
internal static class PlainErrorPage
{
    public static Task WriteAsync(HttpContext context)
    {
        var (title, sentence) = context.Response.StatusCode switch
        {
            404 => ("Nothing here", "It may have been moved, or it is not shared with you."),
            429 => ("A little too fast", "Wait a moment, then try again."),
            503 => ("We will be right back", "Nothing is lost. Try again in a few seconds."),
            < 500 => ("We could not read that", $"Go back and try again. If it keeps happening, tell us the reference {context.TraceIdentifier}."),
            _ => ("Something broke on our side", $"It is recorded as {context.TraceIdentifier}. Go back: your text is still there."),
        };
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{title}</title>
              <link rel="stylesheet" href="/dist/app.css">
            </head>
            <body class="roomy">
              <div class="plain-page"><main><div class="sheet">
                <h1>{title}</h1>
                <p>{HtmlEncoder.Default.Encode(sentence)}</p>
                <p class="actions"><a class="button" href="/">Home</a></p>
              </div></main></div>
            </body>
            </html>
            """,
            context.RequestAborted);
    }
}
