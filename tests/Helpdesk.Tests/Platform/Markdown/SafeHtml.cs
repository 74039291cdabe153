using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>What may come out, said a second time and independently of the product's own list.</summary>
internal static class SafeHtml
{
    private const string OwnHost = "own.example";

    private static readonly Dictionary<string, string[]> PageElements = new()
    {
        ["p"] = [],
        ["br"] = [],
        ["hr"] = [],
        ["h2"] = [],
        ["h3"] = [],
        ["h4"] = [],
        ["h5"] = [],
        ["h6"] = [],
        ["strong"] = [],
        ["em"] = [],
        ["del"] = [],
        ["blockquote"] = [],
        ["pre"] = [],
        ["thead"] = [],
        ["tbody"] = [],
        ["tr"] = [],
        ["table"] = [],
        ["ul"] = ["class"],
        ["ol"] = ["start"],
        ["li"] = ["class"],
        ["code"] = ["class"],
        ["th"] = ["scope", "class"],
        ["td"] = ["class"],
        ["a"] = ["href", "rel", "title", "class"],
        ["img"] = ["src", "alt", "loading"],
        ["div"] = ["class", "tabindex", "role", "aria-label"],
        ["span"] = ["class", "role", "aria-label"]
    };

    private static readonly string[] OnlyOnPages = ["img", "div", "span", "class", "tabindex", "role", "aria-label"];

    private static readonly HashSet<string> FixedValues =
    [
        "class=contains-task-list", "class=task-list-item", "class=task-mark", "class=remote-image", "class=table-scroll",
        "class=align-left", "class=align-center", "class=align-right", "align=left", "align=center", "align=right",
        "tabindex=0", "role=region", "role=img", "aria-label=Table", "aria-label=Done", "aria-label=Not done",
        "scope=col", "loading=lazy", "rel=noopener nofollow"
    ];

    public static void AssertPage(string html)
    {
        AssertParsed(html, forMail: false);
    }

    public static void AssertMail(string html)
    {
        AssertParsed(html, forMail: true);
    }

    public static IElement Parse(string html, bool withScripting = false)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = withScripting }, BrowsingContext.New());
        var document = parser.ParseDocument("<!doctype html><html><head></head><body><main>" + html + "</main></body></html>");
        // Whatever closes the element around it has left its place, and could cover the page.
        Assert.Empty(document.Head!.ChildNodes);
        Assert.Single(document.Body!.ChildNodes);
        return (IElement)document.Body.FirstChild!;
    }

    private static void AssertParsed(string html, bool forMail)
    {
        // A reader's browser has scripting, which changes how some elements are read; a mail program has none.
        foreach (bool withScripting in new[] { true, false })
        {
            foreach (var node in Parse(html, withScripting).GetDescendants())
            {
                Demand(node.NodeType is NodeType.Element or NodeType.Text, $"A {node.NodeType} node", html);
                if (node is IElement element)
                {
                    AssertElement(element, forMail, html);
                }
            }
        }
    }

    private static void AssertElement(IElement element, bool forMail, string html)
    {
        Demand(element.NamespaceUri == NamespaceNames.HtmlUri, $"The foreign <{element.LocalName}>", html);
        Demand(PageElements.ContainsKey(element.LocalName), $"<{element.LocalName}>", html);
        Demand(!forMail || !OnlyOnPages.Contains(element.LocalName), $"<{element.LocalName}> in a mail", html);

        foreach (var attribute in element.Attributes)
        {
            string name = attribute.Name;
            bool isAllowed = forMail && name == "align"
                ? element.LocalName is "th" or "td"
                : PageElements[element.LocalName].Contains(name) && !(forMail && OnlyOnPages.Contains(name));
            Demand(isAllowed, $"{name} on <{element.LocalName}>", html);
            AssertValue(element, name, attribute.Value, forMail);
        }

        if (element.LocalName == "a")
        {
            Assert.Equal("noopener nofollow", element.GetAttribute("rel"));
            Assert.NotNull(element.GetAttribute("href"));
        }
    }

    private static void Demand(bool isTrue, FormattableString what, string html)
    {
        if (!isTrue)
        {
            Assert.Fail($"{what} came out: {html}");
        }
    }

    private static void AssertValue(IElement element, string name, string value, bool forMail)
    {
        switch (name)
        {
            case "href":
                AssertAddress(value, forMail);
                break;
            case "src":
                Assert.StartsWith("/files/", value, StringComparison.Ordinal);
                AssertAddress(value, forMail);
                // After a browser took the dots out of it.
                Assert.StartsWith("files/", new Url(new Url($"https://{OwnHost}/"), value).Path, StringComparison.Ordinal);
                break;
            case "start":
                Assert.All(value, character => Assert.InRange(character, '0', '9'));
                break;
            case "class" when element.LocalName == "code":
                Assert.Matches("^language-[a-z0-9-]{1,20}$", value);
                break;
            case "title" or "alt":
                AssertNoTrickery(value);
                break;
            default:
                Assert.Contains($"{name}={value}", FixedValues);
                break;
        }
    }

    private static void AssertAddress(string address, bool forMail)
    {
        AssertNoTrickery(address);
        Assert.DoesNotContain(address, character => character <= ' ' || character == '\\');
        Assert.InRange(address.Length, 1, 2_100);

        // As a browser resolves it on a page of the product.
        var resolved = new Url(new Url($"https://{OwnHost}/tickets/1"), address);
        Assert.True(resolved.Scheme is "http" or "https" or "mailto", address);
        Assert.True(string.IsNullOrEmpty(resolved.UserName), address);
        if (address[0] == '/')
        {
            Assert.False(forMail, $"A mail knows no paths: {address}");
            Assert.Equal(OwnHost, resolved.HostName);
        }
        else
        {
            Assert.Matches("^(?i:https?://[^/?#]|mailto:.)", address);
        }
    }

    private static void AssertNoTrickery(string value)
    {
        Assert.DoesNotContain(value, character => char.IsControl(character) && character is not ('\t' or '\n'));
        Assert.DoesNotContain(value, character => character is >= '\u202A' and <= '\u202E');
    }
}
