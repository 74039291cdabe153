using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Mails;

/// <summary>Tells a person that a passkey was added to or removed from their account.</summary>
internal sealed class PasskeyChangedMail : IMailKind
{
    public const string Kind = "passkey-changed";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var isAdded = mail.Text("change") == "added";
        var subject = isAdded ? "A passkey was added" : "A passkey was removed";
        var what = isAdded
            ? $"The passkey “{mail.Text("name")}” now signs in to your account."
            : $"The passkey “{mail.Text("name")}” does not sign in to your account any more.";
        return Task.FromResult<MailContent?>(new()
        {
            Subject = subject,
            Preheader = what,
            Heading = subject,
            Blocks =
            [
                new MailBlock.Paragraph(what),
                MailWords.WhenAndWhere(mail),
                new MailBlock.Paragraph(isAdded
                    ? "Not you? Set a new password, which signs every device out, then remove the passkey under “Sign-in and security”."
                    : "Not you? Set a new password. It signs every device out."),
                new MailBlock.Button("Secure your account", mail.Links.To("/forgot")),
            ],
            Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
        });
    }
}
