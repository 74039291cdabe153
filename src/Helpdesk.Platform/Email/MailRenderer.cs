using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Markdown;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Platform.Email;

/// <summary>Renders a mail's content by the two templates, outside of any request.</summary>
internal sealed class MailRenderer(IRazorViewEngine engine, ITempDataProvider tempData, MarkdownRenderer markdown)
{
    public async Task<(string Html, string Text)> RenderAsync(MailContent content, MailLinks links, Brand brand, IServiceProvider services)
    {
        var template = new MailTemplate(content, links, brand, markdown);
        return (await RenderAsync("/Platform/Email/Mail.cshtml", template, services), await RenderAsync("/Platform/Email/MailText.cshtml", template, services));
    }

    private async Task<string> RenderAsync(string path, MailTemplate template, IServiceProvider services)
    {
        // Not as a main page: the site's frame is not for mails.
        var found = engine.GetView(executingFilePath: null, path, isMainPage: false);
        if (!found.Success)
        {
            throw new InvalidOperationException($"The template {path} is not compiled in.");
        }

        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var data = new ViewDataDictionary<MailTemplate>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = template };
        await using var writer = new StringWriter();
        await found.View.RenderAsync(new ViewContext(
            action, found.View, data, new TempDataDictionary(action.HttpContext, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
