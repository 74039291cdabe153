namespace Helpdesk.Platform.Markdown;

/// <summary>Where the HTML goes: to a page, or, with the address of the product, into a mail.</summary>
internal readonly record struct HtmlTarget(int TopHeading, Uri? MailUrl)
{
    public bool IsMail => MailUrl is not null;
}
