using System.Collections.Concurrent;
using System.Net;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Markdown;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The product with a page that holds nothing but the editor, and a server behind it that does what a test wants.</summary>
public sealed class EditorSite(Databases databases, Chromium chromium) : BrowserSite(databases, chromium)
{
    public const string Page = "/bench/editor";
    private static readonly string[] Titles = ["VPN on a new phone", "VPN at home", "Printer"];
    private readonly MarkdownRenderer markdown = new();

    /// <summary>What the text is when the page opens.</summary>
    public string Body { get; set; } = "";

    /// <summary>The answer to each autosave; by default it is kept.</summary>
    public Func<IFormCollection, IResult> Save { get; set; } = _ => Results.Json(new { version = "2" });

    /// <summary>The answer to each uploaded picture.</summary>
    public Func<IFormFile, IResult> Upload { get; set; } = Taken;

    /// <summary>The forms that came in, by address.</summary>
    public ConcurrentQueue<(string Path, Dictionary<string, string> Fields)> Posts { get; } = new();

    /// <summary>As the knowledge base names its pictures.</summary>
    public const string Lamp = "/kb/images/0199e2a4-7c11-7f2a-bfd4-9f57971ae3d5";

    public static IResult Taken(IFormFile file) => Results.Json(new { url = Lamp, name = file.FileName });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Bench(this)));
    }

    private async Task<IResult?> AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!path.StartsWith(Page, StringComparison.Ordinal))
        {
            return path == Lamp || path.StartsWith("/files/", StringComparison.Ordinal) ? Results.Bytes(Picture.Bytes, "image/png") : null;
        }

        if (path == Page + "/links")
        {
            return Results.Json(LinksFor(context.Request.Query["q"].ToString()));
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.Headers.ContentSecurityPolicy = Services.GetRequiredService<PageRules>().ContentSecurityPolicy;
            return Results.Content(Html(), "text/html; charset=utf-8");
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        Posts.Enqueue((path, form.ToDictionary(field => field.Key, field => field.Value.ToString().ReplaceLineEndings("\n"))));
        return path[Page.Length..] switch
        {
            "/images" => Upload(form.Files.Single()),
            "/preview" => Results.Content($"<!doctype html><div class=\"prose\" id=\"preview\">{markdown.ToHtml(form["Body"].ToString(), 2)}</div>", "text/html; charset=utf-8"),
            "/draft" => Save(form),
            _ => Results.Redirect(Page),
        };
    }

    private static object[] LinksFor(string words) =>
        [.. Titles
            .Where(title => title.Contains(words, StringComparison.OrdinalIgnoreCase))
            .Select(title => new { title, url = "/kb/" + title.ToLowerInvariant().Replace(' ', '-') })];

    private string Html() =>
        $"""
        <!doctype html>
        <html lang="en" data-theme="system">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <title>Edit article</title>
          <link rel="icon" href="/dist/favicon.svg" type="image/svg+xml">
          <link rel="stylesheet" href="/dist/app.css">
          <link rel="stylesheet" href="/dist/editor.css">
          <script type="module" src="/dist/app.js"></script>
          <script type="module" src="/dist/editor.js"></script>
        </head>
        <body class="dense" data-person="1">
          <main id="main" class="reading" tabindex="-1">
            <h1>Edit article</h1>
            <form method="post" action="{Page}/save" data-autosave="{Page}/draft" data-saved-at="2026-01-01T00:00:00Z">
              <input type="hidden" name="__RequestVerificationToken" value="token">
              <input type="hidden" name="Version" value="1" data-version>
              <div class="field"><label for="Title">Title</label><input class="input" id="Title" name="Title" value="VPN"></div>
              <div class="field" data-editor data-upload="{Page}/images" data-links="{Page}/links?q=" data-preview="{Page}/preview">
                <label for="Body">Body</label>
                <textarea id="Body" name="Body" maxlength="100000">{WebUtility.HtmlEncode("\n" + Body)}</textarea>
              </div>
              <div class="actions"><button class="button primary">Save</button><p class="hint draft-status" role="status" data-autosave-status></p></div>
            </form>
          </main>
        </body>
        </html>
        """;

    private sealed class Bench(EditorSite site) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, following) =>
            {
                if (await site.AnswerAsync(context) is { } answer)
                {
                    await answer.ExecuteAsync(context);
                }
                else
                {
                    await following(context);
                }
            });
            next(app);
        };
    }
}

/// <summary>A picture of one pixel.</summary>
internal static class Picture
{
    public static readonly byte[] Bytes = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
