using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Auth.AskDeletion;

/// <summary>Tells an administrator that a person wants to be forgotten; dropped when that is no longer so.</summary>
internal sealed class DeletionAskedMail(AuthDbContext db) : IMailKind
{
    public const string Kind = "deletion-asked";

    public string Name => Kind;

    public async Task<MailContent?> ComposeAsync(MailToCompose mail, CancellationToken cancellationToken)
    {
        var id = mail.Id("person");
        var person = await db.Users.AsNoTracking()
            .Where(user => user.Id == id && user.DeletionAskedAt != null)
            .Where(_ => db.Users.Any(admin => admin.Id == mail.RecipientId && admin.Role == Role.Admin && admin.DeactivatedAt == null))
            .Select(user => new { user.Name, user.Email })
            .SingleOrDefaultAsync(cancellationToken);
        return person is null ? null : new MailContent
        {
            Subject = $"{person.Name} asks to be deleted",
            Preheader = "Somebody wants their personal data to be removed.",
            Heading = "Somebody asks to be deleted",
            Blocks =
            [
                new MailBlock.Paragraph($"{person.Name} wants their personal data at {mail.Links.SiteName} to be removed. Nothing happens until an administrator does it. Their tickets stay, without their name."),
                new MailBlock.Facts([("Name", person.Name), ("Email", person.Email!)]),
                new MailBlock.Button("Open administration", mail.Links.To("/admin")),
            ],
            Reason = $"You get this mail because you are an administrator of {mail.Links.SiteName}.",
        };
    }
}
