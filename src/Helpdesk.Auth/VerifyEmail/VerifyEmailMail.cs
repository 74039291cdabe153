using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.VerifyEmail;

/// <summary>The link that proves an address. It says nothing that the person who signed up typed: the address may be a stranger's.</summary>
internal sealed class VerifyEmailMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "verify-email";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var token = mail.Secrets["token"];
        var hash = Secret.Hash(token);
        if (!await db.OneTimeTokens.AnyAsync(found => found.Hash == hash && found.UsedAt == null, cancellationToken))
        {
            return null;
        }

        return new MailContent
        {
            Subject = $"Confirm your address for {mail.Links.SiteName}",
            Preheader = "One press on a button and you can sign in.",
            Heading = "Confirm your address",
            Blocks =
            [
                new MailBlock.Paragraph($"This address was given to create an account at {mail.Links.SiteName}. Confirm that it is yours, then you can sign in."),
                new MailBlock.Button("Confirm your address", mail.Links.To($"/verify?token={token}")),
                new MailBlock.Paragraph("The link works for 24 hours."),
                new MailBlock.Paragraph("Not you? Do nothing. Without the link no account is made."),
            ],
            Reason = $"You get this mail because somebody gave this address at {mail.Links.SiteName}.",
        };
    }
}
