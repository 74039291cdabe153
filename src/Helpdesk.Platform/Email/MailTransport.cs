namespace Helpdesk.Platform.Email;

/// <summary>Hands a finished mail to whoever carries it on, by the way that the settings say at this moment.</summary>
internal sealed class MailTransport(MailRoutes routes, SmtpTransport smtp, PickupTransport pickup)
{
    /// <summary>Returns when the mail was taken over. Throws <see cref="MailRefusedException"/> when it never will be, anything else when another try may help.</summary>
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var route = await routes.FindAsync(cancellationToken) ?? throw new MailTroubleException(MailRoutes.NotSetUp);
        await (route.Smtp is { } server
            ? smtp.SendAsync(mail, route, server, cancellationToken)
            : pickup.SendAsync(mail, route, cancellationToken));
    }
}
