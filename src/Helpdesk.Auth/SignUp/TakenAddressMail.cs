using Helpdesk.Auth.Data;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.SignUp;

/// <summary>Tells the owner of an address that somebody, perhaps they themselves, tried to sign up with it.</summary>
internal sealed class TakenAddressMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "taken-address";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        if (!await db.Users.AnyAsync(user => user.Id == mail.RecipientId && user.DeactivatedAt == null, cancellationToken))
        {
            return null;
        }

        return new MailContent
        {
            Subject = "You already have an account",
            Preheader = $"Somebody tried to sign up for {mail.Links.SiteName} with your address.",
            Heading = "You already have an account",
            Blocks =
            [
                new MailBlock.Paragraph($"Somebody tried to create an account for {mail.Links.SiteName} with this address. If it was you, sign in with the account that you have."),
                new MailBlock.Button("Sign in", mail.Links.To("/signin")),
                new MailBlock.Paragraph($"If you do not know your password, set a new one: {mail.Links.To("/forgot")}"),
                new MailBlock.Paragraph("Not you? Do nothing. Nobody got in."),
            ],
            Reason = $"You get this mail because you have an account at {mail.Links.SiteName}.",
        };
    }
}
