using System.Globalization;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.RegularExpressions;

namespace Helpdesk.Platform.Email;

/// <summary>Writes a mail in the form that travels; both transports send what comes out of here.</summary>
internal sealed partial class MimeMail(TimeProvider clock)
{
    public MailMessage Write(OutgoingMail mail, MailRoute route)
    {
        var to = BareAddress.TryRead(mail.ToAddress, mail.ToName)
            ?? throw new MailRefusedException("The address cannot be written to: it is not one bare address.");
        var message = new MailMessage
        {
            From = BareAddress.TryRead(route.FromAddress, route.FromName ?? mail.FromName)
                ?? throw new MailTroubleException("Mails have no address to come from."),
            Subject = HeaderText.Subject(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(to);
        message.Headers.Add("Message-ID", Bracketed(mail.MessageId));
        if (mail.References.Count > 0)
        {
            message.Headers.Add("In-Reply-To", Bracketed(mail.References[^1]));
            message.Headers.Add("References", string.Join(' ', mail.References.Select(Bracketed)));
        }

        message.Headers.Add("Date", clock.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        message.Headers.Add("Content-Language", LanguageTag().IsMatch(mail.Language) ? mail.Language : "en");

        // The last part is the one that a reader of mails prefers.
        message.AlternateViews.Add(Part(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(Part(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView Part(string text, string mediaType)
    {
        var part = AlternateView.CreateAlternateViewFromString(text.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);
        part.TransferEncoding = TransferEncoding.QuotedPrintable;
        return part;
    }

    private static string Bracketed(string id) =>
        MessageId().IsMatch(id) ? $"<{id}>" : throw new MailTroubleException("A Message-ID of this mail holds characters that do not belong there.");

    [GeneratedRegex(@"\A[!-;=?A-~]+@[!-;=?A-~]+\z")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"\A[A-Za-z0-9-]{1,35}\z")]
    private static partial Regex LanguageTag();
}
