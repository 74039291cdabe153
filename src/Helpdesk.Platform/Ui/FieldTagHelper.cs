using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Platform.Ui;

/// <summary>One field of a form: label, hint, what is wrong with it, and the control, tied together for screen readers.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper : TagHelper
{
    public ModelExpression For { get; set; } = default!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>text, email, password, url … or "textarea".</summary>
    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    public int? Maxlength { get; set; }

    public bool Required { get; set; }

    public int Rows { get; set; } = 8;

    /// <summary>Other attributes of the control, given as control-….</summary>
    [HtmlAttributeName("control-all", DictionaryAttributePrefix = "control-")]
    public Dictionary<string, string> Control { get; set; } = [];

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = default!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ModelState.TryGetValue(name, out var entry);
        var error = entry?.Errors.FirstOrDefault()?.ErrorMessage;
        var described = string.Join(' ', new[] { Hint is null ? null : $"{id}-hint", error is null ? null : $"{id}-error" }.OfType<string>());

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var content = output.Content;
        content.AppendHtml(Tag("label", ("for", id)).With(Label));
        if (Hint is not null)
        {
            content.AppendHtml(Tag("p", ("class", "hint"), ("id", $"{id}-hint")).With(Hint));
        }

        if (error is not null)
        {
            content.AppendHtml(Tag("p", ("class", "error"), ("id", $"{id}-error")).With(error));
        }

        var control = ControlOf(name, id, entry?.AttemptedValue ?? Convert.ToString(For.Model, CultureInfo.InvariantCulture) ?? "");
        if (described.Length > 0)
        {
            control.Attributes["aria-describedby"] = described;
        }

        if (error is not null)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        content.AppendHtml(Type == "password" ? WithShowButton(control, id) : control);
    }

    private TagBuilder ControlOf(string name, string id, string value)
    {
        TagBuilder control;
        if (Type == "textarea")
        {
            control = Tag("textarea", ("class", "input"), ("id", id), ("name", name), ("rows", Rows.ToString(CultureInfo.InvariantCulture)));
            // A browser drops the first line break of a textarea; this one is there to be dropped.
            control.InnerHtml.AppendHtml("\n").Append(value);
        }
        else
        {
            control = Tag("input", ("class", "input"), ("id", id), ("name", name), ("type", Type));
            control.TagRenderMode = TagRenderMode.SelfClosing;
            if (Type != "password")
            {
                control.Attributes["value"] = value;
            }
        }

        if (Autocomplete is not null)
        {
            control.Attributes["autocomplete"] = Autocomplete;
        }

        if (Maxlength is { } length)
        {
            control.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        }

        if (Required)
        {
            control.Attributes["required"] = "required";
        }

        foreach (var (attribute, text) in Control)
        {
            control.Attributes[attribute] = text;
        }

        return control;
    }

    private static TagBuilder WithShowButton(TagBuilder control, string id)
    {
        var box = Tag("div", ("class", "password"));
        box.InnerHtml.AppendHtml(control);
        box.InnerHtml.AppendHtml(Tag(
            "button", ("class", "with-script"), ("type", "button"), ("data-show-password", id), ("aria-label", "Show password")).With("Show"));
        return box;
    }

    private static TagBuilder Tag(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }
}

internal static class TagBuilderText
{
    public static TagBuilder With(this TagBuilder tag, string text)
    {
        tag.InnerHtml.Append(text);
        return tag;
    }
}
