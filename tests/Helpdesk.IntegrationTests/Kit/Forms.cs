using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Uses pages as a browser without script does: reads the form, fills it in, sends it.</summary>
internal static class Forms
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient browser, string url)
    {
        using var response = await browser.GetAsync(url);
        return await response.PageAsync();
    }

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Opens <paramref name="url"/>, fills in the form that <paramref name="selector"/> finds and sends it to where the form says.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, string url, string selector, params (string Name, string Value)[] fields) =>
        await browser.SubmitAsync(await browser.PageAsync(url), url, selector, fields);

    public static async Task<HttpResponseMessage> SubmitAsync(
        this HttpClient browser, IHtmlDocument page, string url, string selector, params (string Name, string Value)[] fields)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector)
            ?? throw new InvalidOperationException($"There is no form {selector} at {url}: {page.Body?.TextContent.Trim()}");
        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : url;
        if (string.Equals(form.GetAttribute("method"), "get", StringComparison.OrdinalIgnoreCase))
        {
            return await browser.GetAsync(QueryOf(action, FieldsOf(form, fields)));
        }

        return await browser.PostAsync(action, new FormUrlEncodedContent(FieldsOf(form, fields)));
    }

    /// <summary>What the form would send: its present values, with the given ones in their place.</summary>
    public static List<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, params (string Name, string Value)[] fields)
    {
        var given = fields.Select(field => field.Name).ToHashSet();
        var result = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements.OfType<IElement>())
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || given.Contains(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "submit" or "button" or "file" }:
                case IHtmlButtonElement:
                    break;
                case IHtmlInputElement input:
                    result.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement text:
                    result.Add(new(name, text.Value));
                    break;
                case IHtmlSelectElement select:
                    result.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        result.AddRange(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return result;
    }

    private static string QueryOf(string action, IEnumerable<KeyValuePair<string, string>> fields) =>
        action.Split('?')[0] + "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
