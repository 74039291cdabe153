using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.InvitePeople;

internal sealed class InvitationMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "invitation";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var token = mail.Secrets["token"];
        var hash = Secret.Hash(token);
        if (!await db.OneTimeTokens.AnyAsync(found => found.Hash == hash && found.UsedAt == null, cancellationToken))
        {
            return null;
        }

        var inviterId = mail.Id("inviter");
        var inviter = await db.Users.Where(user => user.Id == inviterId && user.AnonymisedAt == null).Select(user => user.Name).SingleOrDefaultAsync(cancellationToken)
            ?? "An administrator";
        var role = PeopleRules.WithArticle(Words.Read<Role>(mail.Text("role"))!.Value);
        return new MailContent
        {
            Subject = $"{inviter} invites you to {mail.Links.SiteName}",
            Preheader = "Choose a password, and your account is ready.",
            Heading = $"Welcome to {mail.Links.SiteName}",
            Blocks =
            [
                new MailBlock.Paragraph($"{inviter} made an account for you. You are {role}."),
                new MailBlock.Button("Choose a password", mail.Links.To($"/reset?token={token}")),
                new MailBlock.Paragraph("The link works for 7 days, once."),
                new MailBlock.Paragraph("Not expected? Do nothing. Nobody can use the account without this mail."),
            ],
            Reason = $"You get this mail because an administrator of {mail.Links.SiteName} invited this address.",
        };
    }
}
