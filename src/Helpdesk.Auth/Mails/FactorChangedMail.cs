using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Mails;

/// <summary>What happened to somebody's second factor.</summary>
internal enum FactorChange
{
    On,
    Off,
    Reset,
    RecoveryCodesRenewed,
    RecoveryCodeUsed,
}

internal sealed class FactorChangedMail : IMailKind
{
    public const string Kind = "factor-changed";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var left = mail.Parameters.GetProperty("left").GetInt32();
        var (subject, what) = Enum.Parse<FactorChange>(mail.Text("change")) switch
        {
            FactorChange.On => ("Your second factor was turned on", "From now on, a sign-in asks for a code of your app after the password."),
            FactorChange.Off => ("Your second factor was turned off", "A sign-in now asks for the password alone."),
            FactorChange.Reset => ("Your second factor was reset", "An administrator took it away, and every device is signed out. Set up a new one when you sign in."),
            FactorChange.RecoveryCodesRenewed => ("Your recovery codes were renewed", "The old ones do not work any more."),
            _ => ("A recovery code was used", left == 0 ? "It was the last one. Make new ones." : $"You have {left} left."),
        };
        return Task.FromResult<MailContent?>(new()
        {
            Subject = subject,
            Preheader = what,
            Heading = subject,
            Blocks =
            [
                new MailBlock.Paragraph(what),
                MailWords.WhenAndWhere(mail),
                new MailBlock.Paragraph("Not you? Set a new password. It signs every device out."),
                new MailBlock.Button("Secure your account", mail.Links.To("/forgot")),
            ],
            Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
        });
    }
}
