using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.ForgotPassword;

internal sealed class PasswordResetMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "password-reset";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var token = mail.Secrets["token"];
        var hash = Secret.Hash(token);
        if (!await db.OneTimeTokens.AnyAsync(found => found.Hash == hash && found.UsedAt == null, cancellationToken))
        {
            return null;
        }

        // What an administrator sends names no device.
        var isOwn = mail.Parameters.TryGetProperty("device", out _);
        var asker = isOwn ? "Somebody" : "An administrator";
        return new MailContent
        {
            Subject = "Set a new password",
            Preheader = $"{asker} asked for a new password at {mail.Links.SiteName}.",
            Heading = "Set a new password",
            Blocks =
            [
                new MailBlock.Paragraph($"{asker} asked for a new password for your account at {mail.Links.SiteName}."),
                new MailBlock.Button("Set a new password", mail.Links.To($"/reset?token={token}")),
                new MailBlock.Paragraph("The link works for 1 hour, once."),
                .. isOwn ? [MailWords.WhenAndWhere(mail)] : Array.Empty<MailBlock>(),
                new MailBlock.Paragraph("Not you? Do nothing. Your password stays as it is."),
            ],
            Reason = $"You get this mail because you have an account at {mail.Links.SiteName}.",
        };
    }
}
