using System.Net;
using System.Net.Mail;

namespace Helpdesk.Platform.Email;

/// <summary>Gives mails to a mail server, each over a connection of its own: one that idled may be dead without telling.</summary>
internal sealed class SmtpTransport(MailSettings settings, MimeMail writer)
{
    public async Task SendAsync(OutgoingMail mail, MailRoute route, SmtpServer server, CancellationToken cancellationToken)
    {
        using var message = writer.Write(mail, route);
        using var client = new SmtpClient(server.Host, server.Port)
        {
            EnableSsl = server.StartTls,
            Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
            Timeout = (int)settings.SendTimeout.TotalMilliseconds,
            DeliveryFormat = message.To[0].User.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
        };
        try
        {
            // The client's own timeout does not watch over every step, and the lease must outlive the sending.
            await client.SendMailAsync(message, cancellationToken).WaitAsync(settings.SendTimeout * 1.5, cancellationToken);
        }
        catch (SmtpFailedRecipientException refused) when ((int)refused.StatusCode >= 500)
        {
            throw new MailRefusedException($"The mail server does not take mail for this address: {refused.Message}");
        }
    }
}
