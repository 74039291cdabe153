using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Platform.Ui;

/// <summary>A person's initials on a colour that follows from the name. Decoration: the name stands beside it.</summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class AvatarTagHelper : TagHelper
{
    private const int Colours = 6;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var size = output.Attributes["class"]?.Value is { } given ? $" {given}" : "";
        output.Attributes.SetAttribute("class", $"avatar{size} c{ColourOf(Name)}");
        output.Attributes.SetAttribute("aria-hidden", "true");
        // Drawn by the style sheet, so that they are no text to be read, found or copied.
        output.Attributes.SetAttribute("data-initials", InitialsOf(Name));
    }

    /// <summary>The first letters of the first and the last word, whole characters as a reader sees them.</summary>
    internal static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length switch
        {
            0 => "?",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    private static string First(string word) => StringInfo.GetNextTextElement(word).ToUpperInvariant();

    // Stable between processes, unlike string.GetHashCode.
    private static int ColourOf(string name) => (int)(name.Aggregate(17u, (sum, character) => (sum * 31) + character) % Colours) + 1;
}
