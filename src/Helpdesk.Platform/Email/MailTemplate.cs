using System.Globalization;
using System.Text;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Markdown;
using Microsoft.AspNetCore.Html;

namespace Helpdesk.Platform.Email;

/// <summary>What the templates show; the HTML and the text of a block say the same.</summary>
internal sealed class MailTemplate(MailContent content, MailLinks links, Brand brand, MarkdownRenderer markdown)
{
    /// <summary>Readers of plain text often show it at 80 columns.</summary>
    private const int LineLength = 76;

    public MailContent Content { get; } = content;

    public MailLinks Links { get; } = links;

    public Brand Brand { get; } = brand;

    /// <summary>Null where the site has no logo. Mails are read on light grounds more than on dark ones.</summary>
    public (string Url, BrandLogo Picture)? Logo =>
        Brand.LogoLight is { } light ? (Links.To(BrandStylesheet.LogoUrl(BrandTheme.Light, light)), light)
        : Brand.LogoDark is { } dark ? (Links.To(BrandStylesheet.LogoUrl(BrandTheme.Dark, dark)), dark)
        : null;

    /// <summary>Where readers choose what they are mailed.</summary>
    public string Choices => Links.To("/account/notifications");

    public string Home => Links.PublicUrl.AbsoluteUri;

    // The renderer's output went through the sanitiser, or it would not be handed out.
    public IHtmlContent Html(MailBlock.Message message) => new HtmlString(markdown.ToMailHtml(message.Markdown, Links.PublicUrl));

    public string Text(MailBlock.Message message) => markdown.ToPlainText(message.Markdown, Links.PublicUrl);

    public IHtmlContent FooterHtml() => new HtmlString(markdown.ToMailHtml(Brand.MailFooter, Links.PublicUrl));

    public string FooterText() => markdown.ToPlainText(Brand.MailFooter, Links.PublicUrl);

    public static string Time(DateTimeOffset at)
    {
        var zone = at.Offset == TimeSpan.Zero ? "UTC" : at.ToString("'UTC'zzz", CultureInfo.InvariantCulture);
        return $"{at.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {zone}";
    }

    /// <summary>Breaks our own sentences at spaces; an address is never broken. What people wrote is left as they broke it.</summary>
    public static string Wrap(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var column = 0;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column > 0)
                {
                    var fits = column + 1 + word.Length <= LineLength;
                    result.Append(fits ? ' ' : '\n');
                    column = fits ? column + 1 : 0;
                }

                result.Append(word);
                column += word.Length;
            }

            result.Append('\n');
        }

        return result.ToString().TrimEnd('\n');
    }
}
