using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Mails;

internal sealed class NewSignInMail : IMailKind
{
    public const string Kind = "new-sign-in";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken) => Task.FromResult<MailContent?>(new()
    {
        Subject = $"New sign-in on {mail.Text("device")}",
        Preheader = $"Somebody signed in to your account at {mail.Links.SiteName} on a device that it does not know.",
        Heading = "New sign-in",
        Blocks =
        [
            new MailBlock.Paragraph("Your account was used on a device that it does not know yet."),
            MailWords.WhenAndWhere(mail),
            new MailBlock.Facts([("Network address", mail.Text("address"))]),
            new MailBlock.Paragraph("Was it you? Do nothing. Not you? Set a new password. It signs every device out."),
            new MailBlock.Button("Secure your account", mail.Links.To("/forgot")),
        ],
        Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
    });
}
