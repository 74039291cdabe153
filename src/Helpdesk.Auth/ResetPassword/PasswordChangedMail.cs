using Helpdesk.Auth.Mails;
using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.ResetPassword;

internal sealed class PasswordChangedMail : IMailKind
{
    public const string Kind = "password-changed";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken) => Task.FromResult<MailContent?>(new()
    {
        Subject = "Your password was changed",
        Preheader = $"The password of your account at {mail.Links.SiteName} is a new one.",
        Heading = "Your password was changed",
        Blocks =
        [
            new MailBlock.Paragraph("Other devices are signed out."),
            MailWords.WhenAndWhere(mail),
            new MailBlock.Paragraph("Not you? Set a new password. It signs every device out."),
            new MailBlock.Button("Secure your account", mail.Links.To("/forgot")),
        ],
        Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
    });
}
