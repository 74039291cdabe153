using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.Mails;

/// <summary>To the new address: the link that proves it.</summary>
internal sealed class ConfirmAddressMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "confirm-address";

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
            Preheader = "One click makes it the address of your account.",
            Heading = "Confirm your address",
            Blocks =
            [
                new MailBlock.Paragraph($"Somebody wants to use this address for an account at {mail.Links.SiteName}."),
                new MailBlock.Button("Confirm", mail.Links.To($"/verify/change?token={token}")),
                new MailBlock.Paragraph("The link works for 24 hours, once. Not you? Do nothing."),
            ],
            Reason = $"You get this mail because somebody entered this address at {mail.Links.SiteName}.",
        };
    }
}

/// <summary>To the old address: that it is no longer the account's.</summary>
internal sealed class AddressChangedMail : IMailKind
{
    public const string Kind = "address-changed";

    public string Name => Kind;

    public Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken) => Task.FromResult<MailContent?>(new()
    {
        Subject = "Your e-mail address was changed",
        Preheader = $"Your account at {mail.Links.SiteName} has another address now.",
        Heading = "Your e-mail address was changed",
        Blocks =
        [
            new MailBlock.Paragraph($"Your account at {mail.Links.SiteName} has another address now. This one gets no more mail about it."),
            MailWords.WhenAndWhere(mail),
            new MailBlock.Paragraph("Not you? Tell an administrator of the helpdesk at once."),
        ],
        Reason = $"You get this mail because it is about the safety of your account at {mail.Links.SiteName}.",
    });
}
