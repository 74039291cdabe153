using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace Helpdesk.Platform.Markdown;

/// <summary>What was written for an element that is still open; the default is an element left out but for its content.</summary>
internal readonly record struct OpenTag(string Name, int Start, int ContentStart, int VisibleBefore, string? Address = null)
{
    public bool IsWritten => Name is not null;
}

/// <summary>The allow-list: which element becomes which tag, with which attributes and values.</summary>
internal sealed class HtmlTags(StringBuilder html, HtmlTarget target)
{
    private const string LanguagePrefix = "language-";
    private const int LongestLanguage = 20;
    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private readonly List<int> outline = [];
    private int visibleCharacters;
    private int openLinks;

    /// <summary>Null when the element's content is to be left out too.</summary>
    public OpenTag? Open(IElement element, bool isTooDeep)
    {
        if (element.NamespaceUri != NamespaceNames.HtmlUri || HidesContent(element.LocalName))
        {
            return null;
        }
        if (isTooDeep)
        {
            return default(OpenTag);
        }

        switch (element.LocalName)
        {
            case "p" or "blockquote" or "pre" or "strong" or "em" or "del" or "thead" or "tbody" or "tr":
                return Start(element.LocalName);
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                return Start(HeadingName(element.LocalName[1] - '0'));
            case "br":
                html.Append("<br>");
                return null;
            case "hr":
                html.Append("<hr>");
                return null;
            case "a":
                return OpenLink(LinkTarget.Read(element.GetAttribute("href"), target.MailUrl), element.GetAttribute("title"));
            case "img":
                PictureTag.Write(element, this);
                return null;
            case "input":
                WriteTaskMark(element);
                return null;
            case "ul":
                return StartWithClass(element, "ul", "contains-task-list");
            case "li":
                return StartWithClass(element, "li", "task-list-item");
            case "ol":
                return OpenOrderedList(element);
            case "code":
                return OpenCode(element);
            case "table":
                html.Append(target.IsMail ? "" : "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">");
                return Start("table");
            case "th" or "td":
                return OpenCell(element);
            default:
                return default(OpenTag);
        }
    }

    public void Close(OpenTag tag)
    {
        if (!tag.IsWritten)
        {
            return;
        }

        bool isEmpty = visibleCharacters == tag.VisibleBefore;
        switch (tag.Name)
        {
            // Read aloud, an empty heading is a riddle, and an empty link is one that cannot be followed.
            case "h2" or "h3" or "h4" or "h5" or "h6" when isEmpty:
                outline.RemoveAt(outline.Count - 1);
                html.Length = tag.Start;
                return;
            case "a":
                openLinks--;
                if (isEmpty)
                {
                    Text(tag.Address!);
                }
                break;
            case "th" when isEmpty:
                html.Length = tag.Start;
                html.Append("<td></td>");
                return;
        }

        html.Append("</").Append(tag.Name).Append('>');
        html.Append(tag.Name == "table" && !target.IsMail ? "</div>" : "");
    }

    public void Text(ReadOnlySpan<char> text)
    {
        visibleCharacters += text.IsWhiteSpace() ? 0 : text.Length;
        HtmlText.AppendText(html, text);
    }

    /// <summary>A link with its words, for what cannot be shown in place; only the words inside another link or without an address.</summary>
    public void WriteLink(string? address, string className, string words)
    {
        if (OpenLink(LinkTarget.Read(address, target.MailUrl), title: null, className) is { IsWritten: true } link)
        {
            Text(words);
            Close(link);
        }
        else
        {
            Text(words);
        }
    }

    /// <summary>A picture that the product itself holds.</summary>
    public void WriteOwnPicture(string address, string alt)
    {
        html.Append("<img");
        HtmlText.AppendAttribute(html, "src", address);
        HtmlText.AppendAttribute(html, "alt", alt);
        html.Append(" loading=\"lazy\">");
        visibleCharacters += alt.Length;
    }

    public bool CanShowOwnPicture(string? address)
    {
        return !target.IsMail && LinkTarget.Read(address, null) is { } own && LinkTarget.IsOwnFile(own);
    }

    private static bool HidesContent(string name)
    {
        return name is "applet" or "audio" or "base" or "basefont" or "bgsound" or "canvas" or "datalist" or "embed" or "frame"
            or "frameset" or "head" or "iframe" or "link" or "listing" or "map" or "math" or "meta" or "meter" or "noembed"
            or "noframes" or "noscript" or "object" or "option" or "param" or "plaintext" or "portal" or "progress" or "script"
            or "select" or "slot" or "source" or "style" or "svg" or "template" or "textarea" or "title" or "track" or "video"
            or "xmp";
    }

    private OpenTag Start(string name, string? address = null)
    {
        int start = html.Length;
        html.Append('<').Append(name).Append('>');
        return new OpenTag(name, start, html.Length, visibleCharacters, address);
    }

    private OpenTag StartWithClass(IElement element, string name, string className)
    {
        var tag = Start(name);
        if (!target.IsMail && element.ClassName == className)
        {
            AppendInside("class", className);
        }
        return tag;
    }

    /// <summary>Adds an attribute to the start tag that was just written.</summary>
    private void AppendInside(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        html.Length--;
        HtmlText.AppendAttribute(html, name, value);
        html.Append('>');
    }

    // By place in the outline and not by the number of signs: a text that begins with "##" or leaves a level out must not
    // leave one out on the page.
    private string HeadingName(int level)
    {
        outline.RemoveAll(above => above >= level);
        outline.Add(level);
        return Math.Min(6, target.TopHeading + outline.Count - 1) switch { 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" };
    }

    private OpenTag OpenLink(string? address, string? title, string? className = null)
    {
        if (address is null || openLinks > 0)
        {
            return default;
        }

        var tag = Start("a", address);
        if (className is not null && !target.IsMail)
        {
            AppendInside("class", className);
        }
        AppendInside("href", address);
        AppendInside("rel", "noopener nofollow");
        if (!string.IsNullOrWhiteSpace(title))
        {
            AppendInside("title", title);
        }
        openLinks++;
        return tag;
    }

    private OpenTag OpenOrderedList(IElement element)
    {
        var tag = Start("ol");
        if (int.TryParse(element.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start) && start != 1)
        {
            AppendInside("start", start.ToString(CultureInfo.InvariantCulture));
        }
        return tag;
    }

    private OpenTag OpenCode(IElement element)
    {
        var tag = Start("code");
        if (!target.IsMail && element.ClassName is { } name && name.StartsWith(LanguagePrefix, StringComparison.Ordinal)
            && name.Length > LanguagePrefix.Length && name.Length <= LanguagePrefix.Length + LongestLanguage
            && name.AsSpan(LanguagePrefix.Length).IndexOfAnyExcept(LanguageCharacters) < 0)
        {
            AppendInside("class", name);
        }
        return tag;
    }

    private OpenTag OpenCell(IElement element)
    {
        var tag = Start(element.LocalName);
        if (element.LocalName == "th")
        {
            AppendInside("scope", "col");
        }
        string? side = element.GetAttribute("style") switch
        {
            "text-align: left;" => "left",
            "text-align: center;" => "center",
            "text-align: right;" => "right",
            _ => null
        };
        if (side is not null)
        {
            AppendInside(target.IsMail ? "align" : "class", target.IsMail ? side : "align-" + side);
        }
        return tag;
    }

    private void WriteTaskMark(IElement element)
    {
        if (element.GetAttribute("type") != "checkbox")
        {
            return;
        }
        bool isDone = element.HasAttribute("checked");
        string mark = isDone ? "☑" : "☐";
        visibleCharacters++;
        // A box that looks as if it could be ticked, and cannot, misleads; its state is read aloud instead.
        html.Append(target.IsMail
            ? mark
            : $"<span class=\"task-mark\" role=\"img\" aria-label=\"{(isDone ? "Done" : "Not done")}\">{mark}</span>");
    }
}
