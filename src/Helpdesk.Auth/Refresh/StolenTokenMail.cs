using Helpdesk.Auth.Mails;
using Helpdesk.Platform.Email;

namespace Helpdesk.Auth.Refresh;

/// <summary>A refresh token came back after it was spent: either the program lost its place, or somebody copied it.</summary>
internal sealed class StolenTokenMail : IMailKind
{
    public const string Kind = "stolen-token";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken) => Task.FromResult<MailContent?>(new()
    {
        Subject = "We signed out one of your devices",
        Preheader = $"A sign-in of {mail.Text("device")} was used twice.",
        Heading = "We signed out one of your devices",
        Blocks =
        [
            new MailBlock.Paragraph("A program renewed its sign-in with a token that was already spent. A copy of the token may be in other hands, so we ended that session."),
            MailWords.WhenAndWhere(mail),
            new MailBlock.Paragraph("If you know the program, sign in with it again. If not, set a new password."),
            new MailBlock.Button("Set a new password", mail.Links.To("/forgot")),
        ],
        Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
    });
}
