using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Platform.Ui;

/// <summary>An icon of the sprite, hidden from screen readers: the words beside it or the control's name say what it means.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "icon");
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetHtmlContent($"<use href=\"/dist/icons.svg#{Name}\"></use>");
    }
}
