using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Platform.Ui;

/// <summary>A form's own token, <c>&lt;form-key /&gt;</c>: however often the form is sent, what it asks for is done once.</summary>
[HtmlTargetElement("form-key", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FormKeyTagHelper : TagHelper
{
    public const string Field = "__key";

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Shown again with an error it is still the same form.
        var request = ViewContext.HttpContext.Request;
        var key = (HttpMethods.IsPost(request.Method) && request.HasFormContentType ? KeyOf(request.Form) : null) ?? Guid.NewGuid();
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", Field);
        output.Attributes.SetAttribute("value", key.ToString("N"));
    }

    internal static Guid? KeyOf(IFormCollection form) =>
        form.TryGetValue(Field, out var values) && values is [{ } text] && Guid.TryParseExact(text, "N", out var key) ? key : null;
}
